@NullMarked
package eu.trama.city.web.part;

import org.jspecify.annotations.NullMarked;
