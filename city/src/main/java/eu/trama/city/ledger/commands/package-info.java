/// `./trama ledger`.
@NullMarked
package eu.trama.city.ledger.commands;

import org.jspecify.annotations.NullMarked;
