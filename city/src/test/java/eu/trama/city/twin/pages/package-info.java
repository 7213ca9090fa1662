@NullMarked
package eu.trama.city.twin.pages;

import org.jspecify.annotations.NullMarked;
