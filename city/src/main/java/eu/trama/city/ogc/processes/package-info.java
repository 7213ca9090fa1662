/// OGC API Processes Part 1 (18-062r2): each model is a process, each run that is asked for here a
/// job.
@NullMarked
package eu.trama.city.ogc.processes;

import org.jspecify.annotations.NullMarked;
