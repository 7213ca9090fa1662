package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Blobs;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.ImportKind;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads buildings from CityJSON 1.1 and 2.0 (OGC 20-072r5). The file itself is kept in the store
/// with every level of detail that it has.
///
/// A file is read whole, since its vertices stand after the things made of them: hence the limit.
@Component
class CityJsonImporter implements Importer {

  private static final int TURN = 100;
  private static final long MOST_BYTES = 64L << 20;

  private final Blobs blobs;
  private final Limits limits;

  @Autowired
  CityJsonImporter(Blobs blobs) {
    this(blobs, Limits.DEFAULT);
  }

  CityJsonImporter(Blobs blobs, Limits limits) {
    this.blobs = blobs;
    this.limits = limits;
  }

  @Override
  public ImportKind kind() {
    return ImportKind.BUILDINGS;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Series series(ImportFile file) {
    return new Series("buildings:" + SeriesName.of(file), TURN);
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    JsonNode document = document(file);
    var vertices = CityJsonVertices.of(document, file);
    var reading = new BuildingReading(file, document.path("CityObjects"), vertices, findings);
    List<Feature> buildings = reading.buildings(limits);
    if (!findings.hasErrors()) {
      try (InputStream in = Files.newInputStream(file.path())) {
        blobs.keep(file.sha256(), file.bytes(), in);
      }
      for (Feature building : buildings) {
        sink.add(building.with(building.properties().with("blob", file.sha256())));
      }
    }
    return Properties.of(Map.of("buildings", buildings.size()));
  }

  private JsonNode document(ImportFile file) throws IOException {
    if (file.bytes() > MOST_BYTES) {
      throw new BadInput(
          Finding.error(
              "file-too-large",
              file.name(),
              0,
              "",
              file.bytes() + " bytes",
              "Cut it into tiles of at most 64 MiB, for example with: cjio FILE subset --bbox …"));
    }
    String text;
    try (InputStream in = Utf8Input.open(file, limits)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    JsonNode document = Json.readOutside(text, file.name());
    require(
        file,
        document.path("type").asString("").equals("CityJSON"),
        "cityjson-type",
        "type",
        document.path("type").toString(),
        "Give a CityJSON file; a CityJSONFeature sequence is first joined with: cjseq collect.");
    require(
        file,
        List.of("1.1", "2.0").contains(document.path("version").asString("")),
        "cityjson-version",
        "version",
        document.path("version").toString(),
        "Convert it to CityJSON 2.0, for example with: cjio FILE upgrade save new.city.json");
    require(
        file,
        document.path("CityObjects").isObject(),
        "cityjson-objects",
        "CityObjects",
        document.path("CityObjects").getNodeType().toString(),
        "Give the buildings in the object CityObjects.");
    return document;
  }

  static void require(
      ImportFile file, boolean good, String code, String field, String value, String advice) {
    if (!good) {
      throw new BadInput(Finding.error(code, file.name(), 0, field, value, advice));
    }
  }
}
