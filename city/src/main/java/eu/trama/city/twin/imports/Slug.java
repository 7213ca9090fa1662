package eu.trama.city.twin.imports;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Makes ids from names: small letters without accents, digits, hyphens between. The second thing
/// of a name gets `-2`, and so on, in the order of the file.
final class Slug {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-+|-+$");
  private static final int LONGEST = 180;

  private final Map<String, Integer> times = new HashMap<>();

  static String of(String name) {
    String letters = name.replace("·", "").replace("ß", "ss").replace("ø", "o").replace("ł", "l");
    String plain = MARKS.matcher(Normalizer.normalize(letters, Normalizer.Form.NFD)).replaceAll("");
    String words = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    String slug = ENDS.matcher(words).replaceAll("");
    return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST);
  }

  String next(String name) {
    String slug = of(name);
    int time = times.merge(slug, 1, Integer::sum);
    return time == 1 ? slug : slug + "-" + time;
  }

  int size() {
    return times.size();
  }
}
