/// `./trama bench ledger`.
@NullMarked
package eu.trama.city.ledger.bench;

import org.jspecify.annotations.NullMarked;
