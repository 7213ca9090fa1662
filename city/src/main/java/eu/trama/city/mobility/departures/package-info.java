/// What leaves a stop next.
@NullMarked
package eu.trama.city.mobility.departures;

import org.jspecify.annotations.NullMarked;
