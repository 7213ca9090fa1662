/// The map panel: what to draw, from where, in which colours, beside which table.
@NamedInterface("map")
@NullMarked
package eu.trama.city.web.map;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
