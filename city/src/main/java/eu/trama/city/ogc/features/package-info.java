/// OGC API Features: the layers of the twin as collections of features.
@NullMarked
package eu.trama.city.ogc.features;

import org.jspecify.annotations.NullMarked;
