/// Places on the globe: metres between them, areas, and an order that keeps neighbours together.
@NullMarked
package eu.trama.engines.roads.geo;

import org.jspecify.annotations.NullMarked;
