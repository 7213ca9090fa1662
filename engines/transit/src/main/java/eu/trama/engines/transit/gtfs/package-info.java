/// Reads GTFS Schedule feeds into compact columns, with findings for whatever is wrong.
@NullMarked
package eu.trama.engines.transit.gtfs;

import org.jspecify.annotations.NullMarked;
