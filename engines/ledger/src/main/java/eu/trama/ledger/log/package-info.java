/// The log itself: appending, publishing, recovering, reading.
@NullMarked
package eu.trama.ledger.log;

import org.jspecify.annotations.NullMarked;
