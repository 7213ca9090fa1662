package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.ImportKind;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Reads statistics by zone: a table, or the JSON of Open Data BCN.
@Component
class StatisticsImporter implements Importer {

  /// After the boundaries, whose zones it refers to.
  private static final int TURN = 100;

  private final Limits limits;

  StatisticsImporter() {
    this(Limits.DEFAULT);
  }

  StatisticsImporter(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.STATISTICS;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Series series(ImportFile file) {
    return new Series("statistics:" + SeriesName.of(file), TURN);
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    var reading = new StatisticsReading(file, new ZoneIndex(zones), sink, findings);
    if (GeoFeatures.beginsWith(file, limits, '[')) {
      try (var json = JsonTokens.open(file, limits)) {
        new OpenDataBcnStatistics(json, reading).read();
      }
    } else {
      try (var table = Table.open(file, limits)) {
        new StatisticsTable(file, table, reading).read();
      }
    }
    return Properties.of(Map.of("facts", reading.taken()));
  }
}
