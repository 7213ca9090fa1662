/// OGC API Tiles: the layers of the twin as vector tiles.
@NullMarked
package eu.trama.city.ogc.tiles;

import org.jspecify.annotations.NullMarked;
