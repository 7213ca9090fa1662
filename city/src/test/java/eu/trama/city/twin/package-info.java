@NullMarked
package eu.trama.city.twin;

import org.jspecify.annotations.NullMarked;
