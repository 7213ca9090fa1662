/// `./trama bench transit`.
@NullMarked
@NamedInterface("bench")
package eu.trama.city.mobility.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
