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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the official boundaries of one level of zones: GeoJSON, or a table with a column of
/// GeoJSON.
@Component
class BoundaryImporter implements Importer {

  private final Limits limits;

  BoundaryImporter() {
    this(Limits.DEFAULT);
  }

  BoundaryImporter(Limits limits) {
    this.limits = limits;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.BOUNDARIES;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Series series(ImportFile file) throws IOException {
    List<ZoneScheme> schemes = BoundaryOptions.schemes(file);
    var level = new ArrayList<ZoneLevel>();
    var findings = new Findings();
    GeoFeatures.each(
        file,
        limits,
        findings,
        feature -> {
          level.add(fact(schemes, feature).orElseThrow(() -> unrecognised(feature)).level());
          return false;
        });
    if (level.isEmpty()) {
      throw new BadInput(findings.kept());
    }
    return new Series("boundaries:" + level.getFirst().text(), level.getFirst().depth());
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    List<ZoneScheme> schemes = BoundaryOptions.schemes(file);
    var reading = new BoundaryReading(new ZoneIndex(zones), sink, findings);
    GeoFeatures.each(
        file,
        limits,
        findings,
        feature -> {
          Optional<ZoneFact> fact = fact(schemes, feature);
          if (fact.isPresent()) {
            reading.take(feature, fact.get());
          } else {
            findings.accept(unrecognised(feature).findings().getFirst());
          }
          return true;
        });
    return Properties.of(Map.of("zones", reading.taken()));
  }

  private static Optional<ZoneFact> fact(List<ZoneScheme> schemes, GeoFeature feature) {
    return schemes.stream().flatMap(scheme -> scheme.read(feature).stream()).findFirst();
  }

  private static BadInput unrecognised(GeoFeature feature) {
    return new BadInput(
        Finding.error(
            "zone-unrecognised",
            feature.file(),
            feature.line(),
            "properties",
            String.join(", ", feature.properties().keySet()),
            "Say what it is with --level, --code-property and --name-property."));
  }
}
