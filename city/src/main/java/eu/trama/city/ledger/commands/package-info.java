/// `./trama ledger`.
@NullMarked
@NamedInterface("commands")
package eu.trama.city.ledger.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
