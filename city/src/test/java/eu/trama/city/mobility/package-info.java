@NullMarked
package eu.trama.city.mobility;

import org.jspecify.annotations.NullMarked;
