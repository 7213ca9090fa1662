package eu.trama.city.web.security;

/// How many requests one visitor or person may send: `requests` at once, and the same number again
/// evenly over `seconds`. Written `600/60`.
record Allowance(int requests, int seconds) {

  Allowance {
    if (requests < 1 || seconds < 1) {
      throw new IllegalArgumentException(
          "a rate needs at least one request and one second: " + requests + "/" + seconds);
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
