/// Looks at every byte of a log and says what is wrong, and where.
@NullMarked
package eu.trama.ledger.verify;

import org.jspecify.annotations.NullMarked;
