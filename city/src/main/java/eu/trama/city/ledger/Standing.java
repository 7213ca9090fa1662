package eu.trama.city.ledger;

import eu.trama.ledger.receipt.Receipt;

/// How far an entry is.
public sealed interface Standing {

  /// No entry has this id; perhaps its transaction was rolled back.
  record Unknown() implements Standing {}

  /// It is kept for good, and no signed head covers it yet; ask again in a second.
  record Waiting() implements Standing {}

  /// It is under a signed head.
  record Proven(Receipt receipt) implements Standing {}
}
