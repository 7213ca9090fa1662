package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds zones by the names that publishers write: in capitals, without accents, with a saint cut
/// to `S.`, or cut off at twenty letters.
final class ZoneNames {

  /// Municipal registers cut names to this many letters.
  private static final int CUT = 20;

  private static final int SUGGESTED = 3;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern SAINT = Pattern.compile("\\b(?:s|san|santa|santo|sant)\\b");

  private final List<Feature> zones;
  private final Map<String, List<Feature>> byName = new HashMap<>();

  /// @param zones those among which to look, such as all of one level
  ZoneNames(List<Feature> zones) {
    this.zones = zones;
    for (Feature zone : zones) {
      byName.computeIfAbsent(normal(name(zone)), name -> new ArrayList<>()).add(zone);
    }
  }

  /// The one zone of that name; nothing where there is none or there are several.
  Optional<Feature> find(String name) {
    String wanted = normal(name);
    List<Feature> found = byName.getOrDefault(wanted, List.of());
    if (found.isEmpty() && name.strip().length() >= CUT - 1) {
      found = zones.stream().filter(zone -> normal(name(zone)).startsWith(wanted)).toList();
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The names most like one, as advice; empty where there are no zones at all.
  String nearest(String name) {
    String wanted = normal(name);
    return String.join(
        ", ",
        zones.stream()
            .sorted(
                Comparator.comparingInt((Feature zone) -> distance(wanted, normal(name(zone))))
                    .thenComparing(Feature::id))
            .limit(SUGGESTED)
            .map(zone -> "‘" + name(zone) + "’ (" + zone.id() + ")")
            .toList());
  }

  private static String name(Feature zone) {
    return zone.properties().text("name").orElse("");
  }

  static String normal(String name) {
    String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String words = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return SAINT.matcher(words).replaceAll("s");
  }

  /// Letters to add, drop or change (Levenshtein 1966), two rows at a time.
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int j = 0; j < before.length; j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(before[j], row[j - 1]) + 1);
      }
      before = row;
    }
    return before[other.length()];
  }
}
