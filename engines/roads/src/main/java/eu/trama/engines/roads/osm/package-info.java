/// OpenStreetMap's PBF files: blobs, blocks, and the nodes, ways and relations in them. See
/// <https://wiki.openstreetmap.org/wiki/PBF_Format>.
@NullMarked
package eu.trama.engines.roads.osm;

import org.jspecify.annotations.NullMarked;
