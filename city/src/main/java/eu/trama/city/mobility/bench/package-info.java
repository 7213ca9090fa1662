/// Measures the reach engine: `./trama bench transit`.
@NullMarked
package eu.trama.city.mobility.bench;

import org.jspecify.annotations.NullMarked;
