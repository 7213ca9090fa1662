/// Lines known by facts alone: stops in order, run times and headways, without a timetable.
@NullMarked
package eu.trama.engines.transit.lines;

import org.jspecify.annotations.NullMarked;
