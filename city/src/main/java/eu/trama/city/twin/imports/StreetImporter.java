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

/// Reads streets: GeoJSON lines with a name, or a JSON list of streets whose geometry is a list of
/// lines of [latitude, longitude].
@Component
class StreetImporter implements Importer {

  private static final int TURN = 100;

  private final Limits limits;

  StreetImporter() {
    this(Limits.DEFAULT);
  }

  StreetImporter(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.STREETS;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Series series(ImportFile file) {
    return new Series("streets", TURN);
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    var reading = new StreetReading(sink, findings, limits);
    if (GeoFeatures.beginsWith(file, limits, '[')) {
      StreetList.each(file, limits, findings, reading::take);
    } else {
      GeoFeatures.each(file, limits, findings, reading::take);
    }
    return Properties.of(Map.of("streets", reading.taken()));
  }
}
