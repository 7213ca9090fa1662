@NullMarked
package eu.trama.city.twin.packs;

import org.jspecify.annotations.NullMarked;
