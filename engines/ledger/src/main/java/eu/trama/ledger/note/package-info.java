/// Signed notes, checkpoints and witness cosignatures as C2SP specifies them.
@NullMarked
package eu.trama.ledger.note;

import org.jspecify.annotations.NullMarked;
