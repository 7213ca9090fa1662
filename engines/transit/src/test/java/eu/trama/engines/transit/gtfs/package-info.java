@NullMarked
package eu.trama.engines.transit.gtfs;

import org.jspecify.annotations.NullMarked;
