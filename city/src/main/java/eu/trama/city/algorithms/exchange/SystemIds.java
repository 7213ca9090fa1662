package eu.trama.city.algorithms.exchange;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.twin.Digest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes the id of a system out of what other registers call it.
public final class SystemIds {

  /// Words of addresses below `/algorithms`, which name no system.
  public static final Set<String> TAKEN =
      Set.of(
          "new",
          "import",
          "council",
          "standards",
          "protocol",
          "oversight",
          "file",
          "screening",
          "studies",
          "questionnaires");

  private static final int LONGEST = 50;

  private SystemIds() {}

  /// @param source id in the other register; may be empty
  public static SystemId of(String source, String name) {
    String text = source.isBlank() ? name : source;
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    String cut =
        plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
    return cut.length() < 2 || TAKEN.contains(cut)
        ? new SystemId("system-" + Digest.hex(text).substring(0, 8))
        : new SystemId(cut);
  }
}
