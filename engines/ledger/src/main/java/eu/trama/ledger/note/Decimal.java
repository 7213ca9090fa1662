package eu.trama.ledger.note;

import java.util.regex.Pattern;

/// Numbers as these formats write them: ASCII digits, no sign, no leading zero.
public final class Decimal {

  private static final Pattern SHAPE = Pattern.compile("0|[1-9][0-9]{0,18}");

  private Decimal() {}

  /// @param what names the number in the message
  public static long parse(String what, String text) throws BadNoteException {
    if (SHAPE.matcher(text).matches()) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException tooLarge) {
        throw new BadNoteException(what + " is too large: " + text);
      }
    }
    throw new BadNoteException(
        what + " must be a decimal number without leading zeros: " + Shortened.of(text));
  }
}
