package eu.trama.city.web.security;

/// How many requests one visitor or person may send: `requests` at once, and the same number again
/// evenly over `seconds`. Written `600/60`.
record Allowance(int requests, int seconds) {

  private static final int MOST_REQUESTS = 1_000_000;
  private static final int MOST_SECONDS = 3_600;

  Allowance {
    if (requests < 1 || seconds < 1 || requests > MOST_REQUESTS || seconds > MOST_SECONDS) {
      throw new IllegalArgumentException(
          "a rate has 1 to %d requests in 1 to %d seconds, not %d/%d"
              .formatted(MOST_REQUESTS, MOST_SECONDS, requests, seconds));
    }
  }

  /// Reads `requests/seconds`; Spring calls it for a setting.
  static Allowance valueOf(String text) {
    var parts = text.strip().split("/", -1);
    try {
      if (parts.length == 2) {
        return new Allowance(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      }
    } catch (NumberFormatException notNumbers) {
      throw new IllegalArgumentException("not a rate such as 600/60: " + text, notNumbers);
    }
    throw new IllegalArgumentException("not a rate such as 600/60: " + text);
  }
}
