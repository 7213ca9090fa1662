/// Places by name: where a resident wants to go, as they would write it.
@NullMarked
package eu.trama.city.mobility.places;

import org.jspecify.annotations.NullMarked;
