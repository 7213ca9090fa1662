/// Reads the packs, small tables of facts that come with the product, into the twin.
@NullMarked
package eu.trama.city.twin.packs;

import org.jspecify.annotations.NullMarked;
