package eu.trama.ledger.log;

import java.io.IOException;

/// The log's files do not agree with each other or with its signed head. Nothing was changed: the
/// message says which file, and `verify.Verifier` says which bit.
public final class DamagedLedgerException extends IOException {

  private static final long serialVersionUID = 1L;

  public DamagedLedgerException(String message) {
    super(message);
  }
}
