package eu.trama.ledger.verify;

/// Something wrong with a log, and where.
///
/// @param code stable name in lower snake case, such as `entry_altered`
/// @param file path below the log's folder or address
/// @param offset byte in that file, or -1 where it cannot be told
/// @param bit which bit of that byte, 0 for the lowest; -1 where more than one is wrong
/// @param entry index of the entry that is touched, or -1
/// @param message what is wrong, in a sentence
public record Finding(String code, String file, long offset, int bit, long entry, String message) {

  static final int UNKNOWN = -1;

  static Finding of(String code, String file, String message) {
    return new Finding(code, file, UNKNOWN, UNKNOWN, UNKNOWN, message);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(file);
    if (offset >= 0) {
      text.append(", byte ").append(offset);
    }
    if (bit >= 0) {
      text.append(", bit ").append(bit);
    }
    if (entry >= 0) {
      text.append(", entry ").append(entry);
    }
    return text.append(": ").append(message).append(" [").append(code).append(']').toString();
  }
}
