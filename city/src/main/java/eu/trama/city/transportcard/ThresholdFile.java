package eu.trama.city.transportcard;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.transportcard.rule.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/// The thresholds as `packs/barcelona/transport-card/thresholds.csv` has them.
final class ThresholdFile {

  private static final String FILE = "packs/barcelona/transport-card/thresholds.csv";

  private ThresholdFile() {}

  static String text() {
    try {
      return new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException where the table is not one row a card and size
  static Thresholds read() {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(text())) {
      List<NamedCsvRecord> all = rows.stream().toList();
      var first = all.getFirst();
      return new Thresholds(
          kind(all, "free"),
          kind(all, "reduced"),
          first.getField("source"),
          first.getField("href"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> kind(List<NamedCsvRecord> all, String kind) {
    List<NamedCsvRecord> rows =
        all.stream()
            .filter(r -> r.getField("kind").equals(kind))
            .sorted(
                Comparator.comparingInt(
                    (NamedCsvRecord r) -> Integer.parseInt(r.getField("members"))))
            .toList();
    for (int i = 0; i < rows.size(); i++) {
      if (Integer.parseInt(rows.get(i).getField("members")) != i + 1) {
        throw new IllegalArgumentException(FILE + ": no row for " + (i + 1) + " members, " + kind);
      }
    }
    return rows.stream()
        .map(r -> new BigDecimal(r.getField("income_eur")).movePointRight(2).longValueExact())
        .toList();
  }
}
