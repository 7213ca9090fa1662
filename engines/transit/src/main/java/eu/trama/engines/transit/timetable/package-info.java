/// One service day as the search reads it: composed of feeds, frequency lines and changes.
@NullMarked
package eu.trama.engines.transit.timetable;

import org.jspecify.annotations.NullMarked;
