package eu.trama.ledger.note;

/// Somebody else's text inside our messages: printable and never long.
public final class Shortened {

  private static final int LONGEST = 80;

  private Shortened() {}

  public static String of(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
