/// The ledger for people and for those who mirror it.
@NullMarked
package eu.trama.city.ledger.pages;

import org.jspecify.annotations.NullMarked;
