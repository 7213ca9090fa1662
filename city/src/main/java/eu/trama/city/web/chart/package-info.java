/// Charts drawn on the server as SVG, their class breaks and colour ramps.
@NamedInterface("chart")
@NullMarked
package eu.trama.city.web.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
