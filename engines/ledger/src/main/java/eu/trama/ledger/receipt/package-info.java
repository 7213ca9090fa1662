/// What a person takes home: a proof that checks without the log (C2SP tlog-proof).
@NullMarked
package eu.trama.ledger.receipt;

import org.jspecify.annotations.NullMarked;
