@NullMarked
package eu.trama.engines.transit.timetable;

import org.jspecify.annotations.NullMarked;
