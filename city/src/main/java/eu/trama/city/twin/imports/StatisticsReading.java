package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the facts of one file, checked against the zones that the city has.
final class StatisticsReading {

  /// Looking for similar names is slow, and a page of findings is enough.
  private static final int SUGGESTIONS = 20;

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private final ImportFile file;
  private final ZoneIndex zones;
  private final Staging.Sink sink;
  private final Findings findings;
  private int unknown;
  private long taken;

  StatisticsReading(ImportFile file, ZoneIndex zones, Staging.Sink sink, Findings findings) {
    this.file = file;
    this.zones = zones;
    this.sink = sink;
    this.findings = findings;
  }

  long taken() {
    return taken;
  }

  Findings findings() {
    return findings;
  }

  /// The zone of an id; nothing, and an error, where there is none.
  Optional<Feature> zone(String id, long line) {
    Optional<Feature> zone = zones.byId(id);
    if (zone.isEmpty()) {
      int colon = id.indexOf(':');
      ZoneLevel level =
          ZoneLevel.named(id.substring(0, Math.max(0, colon))).orElse(ZoneLevel.NEIGHBOURHOOD);
      unknown(level, id.substring(colon + 1), id, line);
    }
    return zone;
  }

  /// The zone of a level with that code or name; nothing, and an error, where there is none.
  Optional<Feature> zone(ZoneLevel level, String codeOrName, long line) {
    Optional<Feature> zone = find(level, codeOrName);
    if (zone.isEmpty()) {
      unknown(level, codeOrName, codeOrName, line);
    }
    return zone;
  }

  Optional<Feature> find(ZoneLevel level, String codeOrName) {
    return zones.byId(level.id(codeOrName)).or(() -> zones.names(level).find(codeOrName));
  }

  private void unknown(ZoneLevel level, String name, String value, long line) {
    String nearest = unknown++ < SUGGESTIONS ? zones.names(level).nearest(name) : "";
    findings.accept(
        Finding.error(
            "zone-unknown",
            file.name(),
            line,
            "zone",
            value,
            nearest.isEmpty()
                ? "Import the boundaries of this level first."
                : "The nearest names are " + nearest + "."));
  }

  void take(Statistic statistic, long line) throws IOException {
    Optional<Finding> fault = statistic.fault(file.name(), line);
    if (fault.isPresent()) {
      findings.accept(fault.get());
    } else {
      sink.add(statistic.feature());
      taken++;
    }
  }

  /// The year of a file that does not say it in its rows: the option's, else the one in the file's
  /// name; nothing, and an error, where neither says it.
  OptionalInt yearOfFile() {
    Matcher inName = YEAR.matcher(file.name());
    String year = file.option("year").orElse(inName.find() ? inName.group() : "");
    if (!YEAR.matcher(year).matches()) {
      findings.accept(
          Finding.error(
              "year-missing",
              file.name(),
              0,
              "year",
              year,
              "The file does not say of which year it is; say it with --year."));
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(year));
  }
}
