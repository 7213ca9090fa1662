/// `./trama bench ledger`.
@NullMarked
@NamedInterface("bench")
package eu.trama.city.ledger.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
