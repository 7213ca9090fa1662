/// Timetables to reach: reads GTFS and frequency lines, searches every departure of a window, and
/// tells when each place is reached. Pure computation: no clock, no network, no store; the same
/// input gives the same bytes.
@NullMarked
package eu.trama.engines.transit;

import org.jspecify.annotations.NullMarked;
