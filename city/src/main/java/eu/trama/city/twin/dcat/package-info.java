/// The catalogue as linked data: DCAT-AP 3 (SEMIC), in Turtle and JSON-LD.
@NullMarked
package eu.trama.city.twin.dcat;

import org.jspecify.annotations.NullMarked;
