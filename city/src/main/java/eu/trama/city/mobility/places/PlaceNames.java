package eu.trama.city.mobility.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names as they are compared: without case, accents, apostrophes and the words that people leave
/// out or shorten in Catalan, Spanish, Italian and English.
final class PlaceNames {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  /// The Catalan ela geminada, written with any of the dots in use.
  private static final Pattern GEMINATE = Pattern.compile("l[·.•‧]l");

  /// Words that say what kind of way it is, and articles. They help where they fit, and do not
  /// hinder where they are missing.
  private static final Set<String> LIGHT =
      Set.of(
          "carrer",
          "calle",
          "via",
          "street",
          "c",
          "cl",
          "av",
          "avinguda",
          "avenida",
          "avda",
          "viale",
          "pl",
          "placa",
          "plaza",
          "pza",
          "piazza",
          "piazzale",
          "square",
          "passeig",
          "paseo",
          "pg",
          "passatge",
          "pasaje",
          "ptge",
          "rambla",
          "ronda",
          "rda",
          "cami",
          "camino",
          "carretera",
          "ctra",
          "strada",
          "vicolo",
          "estacio",
          "estacion",
          "stazione",
          "station",
          "parada",
          "fermata",
          "stop",
          "metro",
          "el",
          "la",
          "els",
          "les",
          "los",
          "las",
          "lo",
          "il",
          "i",
          "gli",
          "le",
          "l",
          "d",
          "de",
          "del",
          "dels",
          "della",
          "dei",
          "degli",
          "di",
          "en",
          "na",
          "y",
          "e",
          "the",
          "of");

  private PlaceNames() {}

  /// The words of a name, in order.
  static List<String> words(String name) {
    String plain = GEMINATE.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("ll");
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    var words = new ArrayList<String>();
    for (String word : BETWEEN.split(plain, -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  static boolean light(String word) {
    return LIGHT.contains(word);
  }

  /// Whether one becomes the other by at most `most` letters changed, added, left out or swapped
  /// with the next (Damerau's distance between neighbours, without going back over a swap).
  static boolean near(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return false;
    }
    int width = other.length() + 1;
    var before = new int[width];
    var last = new int[width];
    var now = new int[width];
    for (int j = 0; j < width; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      int least = i;
      for (int j = 1; j < width; j++) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        now[j] = Math.min(Math.min(last[j], now[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
        least = Math.min(least, now[j]);
      }
      if (least > most) {
        return false;
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last[other.length()] <= most;
  }
}
