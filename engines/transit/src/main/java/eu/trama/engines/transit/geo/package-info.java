/// Places in WGS 84 and distances between them in metres.
@NullMarked
package eu.trama.engines.transit.geo;

import org.jspecify.annotations.NullMarked;
