/// The city's ledger: other modules commit themselves to something in it, in the transaction in
/// which they do it, and anybody can check that it is there and stays.
@NullMarked
package eu.trama.city.ledger;

import org.jspecify.annotations.NullMarked;
