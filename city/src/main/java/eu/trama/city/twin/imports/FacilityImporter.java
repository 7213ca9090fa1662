package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.ImportKind;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads places that people need, schools, health and social centres, from a table.
@Component
class FacilityImporter implements Importer {

  static final String KIND = "kind";
  private static final int TURN = 100;

  private final Limits limits;

  FacilityImporter() {
    this(Limits.DEFAULT);
  }

  FacilityImporter(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.FACILITIES;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Series series(ImportFile file) {
    Optional<FacilityKind> all = kindOfAll(file);
    boolean named = file.option(ImportKind.SERIES).isPresent();
    String name = all.isPresent() && !named ? all.get().text() : SeriesName.of(file);
    return new Series("facilities:" + name, TURN);
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    try (var table = Table.open(file, limits)) {
      boolean kinds = table.has(KIND) || table.has("cat") || kindOfAll(file).isPresent();
      if (!table.has("id", "name", "lat", "lon") || !kinds) {
        throw table.unknownColumns("id, name, lat, lon and kind or cat (or say --kind)");
      }
      var reading = new FacilityReading(file, kindOfAll(file), limits, findings);
      table.each(findings, reading::take);
      return reading.finish(sink);
    }
  }

  private static Optional<FacilityKind> kindOfAll(ImportFile file) {
    return file.option(KIND)
        .map(name ->
            FacilityKind.named(name)
                .orElseThrow(() ->
                    new BadInput(
                        Finding.error(
                            "kind-unknown",
                            file.name(),
                            0,
                            KIND,
                            name,
                            "Choose school, health or social."))));
  }
}
