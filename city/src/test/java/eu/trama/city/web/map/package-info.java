@NullMarked
package eu.trama.city.web.map;

import org.jspecify.annotations.NullMarked;
