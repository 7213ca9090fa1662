package eu.trama.ledger.note;

/// A text that is no note, checkpoint, key or proof: says what is wrong and what was expected.
public final class BadNoteException extends Exception {

  private static final long serialVersionUID = 1L;

  public BadNoteException(String message) {
    super(message);
  }
}
