@NullMarked
package eu.trama.city.twin.imports;

import org.jspecify.annotations.NullMarked;
