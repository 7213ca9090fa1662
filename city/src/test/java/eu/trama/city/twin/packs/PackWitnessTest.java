package eu.trama.city.twin.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.RealFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/// What the packs say of places and numbers, against the publishers' own files where these are at
/// hand. A stop of a pack stands for all its platforms or kerbs, at their mean, so it lies some way
/// from each.
class PackWitnessTest {

  private static final Pack BARCELONA = new Pack("barcelona");
  private static final Pack BOLOGNA = new Pack("bologna");

  /// Names in the publisher's table of Bologna's stops end after so many letters.
  private static final int STOP_NAME_LETTERS = 25;

  private static final Pattern HOUSE = Pattern.compile("^(\\D+?)(\\d{1,4})");

  /// Something of a file: a name, a place in metres, and the lines that serve it.
  private record Witness(String name, Geometry at, Set<String> lines) {}

  private static List<Witness> stations(String file) throws IOException {
    var metres = LocalMetres.of(BARCELONA.city());
    var stations = new ArrayList<Witness>();
    for (JsonNode each : json(file).path("features")) {
      var lines = new HashSet<String>();
      each.path("properties").path("lines").forEach(line -> lines.add(line.asString()));
      stations.add(
          new Witness(
              each.path("properties").path("name").asString(),
              metres.fromDegrees(GeoJson.read(each.path("geometry"))),
              lines));
    }
    return stations;
  }

  private static JsonNode json(String file) throws IOException {
    return Json.read(Files.readString(RealFiles.file(file)));
  }

  private static List<NamedCsvRecord> table(String file, char separator) throws IOException {
    try (var csv =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(RealFiles.file(file))) {
      return csv.stream().toList();
    }
  }

  private static Map<String, Geometry> stops(Pack pack) {
    var metres = LocalMetres.of(pack.city());
    var stops = new HashMap<String, Geometry>();
    pack.rows("stops")
        .forEach(row -> stops.put(row.getField("id"), metres.fromDegrees(PackFeatures.point(row))));
    return stops;
  }

  /// Each stop of a line lies at a station that the publisher says the line serves, and the line
  /// has as many stops as stations.
  @ParameterizedTest
  @CsvSource({
    "metro, L1 L2 L3 L4 L5 L9N L9S L10N L10S L11 FM, barcelona/metro/stations.geojson, 30",
    "tram, T1 T2 T3 T4 T5 T6, barcelona/metro/tram_stations.geojson, 20",
    "fgc, L6 L7 L8 L12 S1 S2 S3 S4 S8, barcelona/metro/fgc_stations.geojson, 30"
  })
  void stopsOfBarcelonaLieAtTheirLinesStations(
      String kind, String lines, String file, double metres) throws IOException {
    List<Witness> stations = stations(file);
    Map<String, Geometry> stops = stops(BARCELONA);
    Set<String> checked = Set.of(lines.split(" ", -1));
    var perLine = new TreeMap<String, Integer>();
    for (NamedCsvRecord row : BARCELONA.rows("line_stops")) {
      String line = row.getField("line");
      if (checked.contains(line)) {
        Geometry stop = Objects.requireNonNull(stops.get(row.getField("stop")));
        double nearest =
            stations.stream()
                .filter(station -> station.lines().contains(line))
                .mapToDouble(station -> station.at().distance(stop))
                .min()
                .orElseThrow();
        assertThat(nearest)
            .as("%s %s: metres to a station of the line", line, row.getField("stop"))
            .isLessThan(metres);
        perLine.merge(line, 1, Integer::sum);
      }
    }
    assertThat(perLine.keySet()).isEqualTo(checked);
    if (kind.equals("metro")) {
      perLine.forEach((line, count) ->
          assertThat(stations.stream().filter(each -> each.lines().contains(line)))
              .as("stations of %s", line)
              .hasSize(count));
    }
  }

  /// From end to end, stops included, as TMB published for 2017: L1 to L5 26.5 to 28.4 km/h.
  @ParameterizedTest
  @CsvSource({
    "L1, 26.5, 28.4",
    "L2, 26.5, 28.4",
    "L3, 26.5, 28.4",
    "L4, 26.5, 28.4",
    "L5, 26.5, 28.4",
    "L9S, 37.3, 38.1",
    "L11, 23.7, 24.3"
  })
  void metroLinesRunAtThePublishedCommercialSpeed(String line, double least, double most)
      throws IOException {
    var metres = LocalMetres.of(BARCELONA.city());
    double length =
        metres
            .fromDegrees(
                GeoJson.read(
                    json("barcelona/metro/lines/" + line + ".geojson")
                        .path("features")
                        .path(0)
                        .path("geometry")))
            .getLength();
    double dwell =
        BARCELONA.rows("lines").stream()
            .filter(row -> row.getField("id").equals(line))
            .mapToDouble(row -> decimal(row, "dwell_s"))
            .findFirst()
            .orElseThrow();
    double[] runs =
        BARCELONA.rows("line_stops").stream()
            .filter(row -> row.getField("line").equals(line) && !row.getField("run_s").isEmpty())
            .mapToDouble(row -> decimal(row, "run_s"))
            .toArray();
    double seconds = Arrays.stream(runs).sum() + dwell * (runs.length - 1);
    assertThat(length / seconds * 3.6).as("km/h").isBetween(least, most);
  }

  @Test
  void busStopsOfBolognaHaveKerbsOfTheirNameThatTheirLinesServe() throws IOException {
    var metres = LocalMetres.of(BOLOGNA.city());
    var kerbs = new HashMap<String, Witness>();
    for (NamedCsvRecord row : table("bologna/stops/linee_fermate.csv", ';')) {
      Coordinate at = new Coordinate(decimal(row, "longitudine"), decimal(row, "latitudine"));
      kerbs
          .computeIfAbsent(
              row.getField("codice_fermata"),
              code ->
                  new Witness(
                      plain(row.getField("denominazione")),
                      metres.fromDegrees(GeoJson.WGS84.createPoint(at)),
                      new HashSet<>()))
          .lines()
          .add(row.getField("codice_linea"));
    }
    Map<String, Geometry> stops = stops(BOLOGNA);
    Map<String, String> names = new HashMap<>();
    BOLOGNA.rows("stops").forEach(row -> names.put(row.getField("id"), row.getField("name")));
    int checked = 0;
    for (NamedCsvRecord row : BOLOGNA.rows("line_stops")) {
      String stop = row.getField("stop");
      if (!stop.startsWith("tper-")) {
        continue;
      }
      checked++;
      String name = Objects.requireNonNull(names.get(stop));
      String cut = plain(name.substring(0, Math.min(name.length(), STOP_NAME_LETTERS)));
      Geometry at = Objects.requireNonNull(stops.get(stop));
      // 350 m between two kerbs of a stop, so half of it from their mean, and more with many.
      var near =
          kerbs.values().stream()
              .filter(kerb -> kerb.name().startsWith(cut) || abbreviated(cut, kerb.name()))
              .filter(kerb -> kerb.at().distance(at) < 250)
              .toList();
      assertThat(near).as("kerbs of %s", name).isNotEmpty();
      var numbers = List.of(row.getField("line").split("-", -1));
      assertThat(near)
          .as("line %s at %s", row.getField("line"), name)
          .anyMatch(kerb -> kerb.lines().stream().anyMatch(line -> ofANumber(line, numbers)));
    }
    assertThat(checked).isGreaterThan(500);
  }

  /// A line's branches have a letter after the number.
  private static boolean ofANumber(String line, List<String> numbers) {
    return numbers.contains(line.replaceAll("\\D+$", ""));
  }

  /// The publisher writes `Fiera A.Moro` for Fiera Aldo Moro.
  private static boolean abbreviated(String name, String kerb) {
    return name.equals("fieraaldomoro") && kerb.equals("fieraamoro");
  }

  @Test
  void neighbourhoodsOfBarcelonaHaveThePublishedFigures() throws IOException {
    var values = new HashMap<String, Double>();
    for (JsonNode each : json("barcelona/statistics/indicators_bcn.json")) {
      if (each.path("geo_level_id").asInt() == 3) {
        values.put(
            "%d/%d/%d"
                .formatted(
                    each.path("indicator_def_id").asInt(),
                    each.path("geo_id").asInt(),
                    each.path("year").asInt()),
            each.path("value").asDouble());
      }
    }
    for (NamedCsvRecord zone : neighbourhoods(BARCELONA)) {
      int code = Integer.parseInt(zone.getField("code"));
      Function<String, Double> published =
          key -> Objects.requireNonNull(values.get(key.formatted(code)), key);
      assertThat(decimal(zone, "population")).isEqualTo(published.apply("1/%d/2023"));
      assertThat(decimal(zone, "area_ha")).isCloseTo(published.apply("2/%d/2021"), within(0.1));
      assertThat(decimal(zone, "income_eur")).isCloseTo(published.apply("3/%d/2022"), within(0.5));
    }
  }

  @Test
  void zonesOfBolognaHaveThePublishedFigures() throws IOException {
    var residents = new HashMap<String, Double>();
    for (NamedCsvRecord row : table("bologna/boundaries/censimento_n_residenti.csv", ',')) {
      residents.put(saint(row.getField("Zona")), decimal(row, "Residenti"));
    }
    var zonesOfAreas = new HashMap<String, String>();
    var areas = new HashMap<String, Double>();
    for (NamedCsvRecord row : table("bologna/boundaries/aree_statistiche.csv", ';')) {
      String zone = saint(row.getField("NOME_ZONA"));
      zonesOfAreas.put(plain(row.getField("AREASTAT")), zone);
      areas.merge(zone, decimal(row, "MQ_AREAST") / 10_000, Double::sum);
    }
    var taxpayers = new HashMap<String, double[]>();
    for (NamedCsvRecord row : table("bologna/boundaries/redditi2016_areastat.csv", ';')) {
      String area = plain(row.getField("Area statistica"));
      // Names of areas are cut after twenty letters.
      zonesOfAreas.entrySet().stream()
          .filter(each -> each.getKey().startsWith(area) || area.startsWith(each.getKey()))
          .findFirst()
          .ifPresent(each -> {
            double[] sum = taxpayers.computeIfAbsent(each.getValue(), zone -> new double[2]);
            sum[0] += decimal(row, "Reddito imponibile ai fini irpef");
            sum[1] += decimal(row, "N.contribuenti");
          });
    }
    for (NamedCsvRecord zone : neighbourhoods(BOLOGNA)) {
      String name = saint(zone.getField("name"));
      assertThat(decimal(zone, "population")).as(name).isEqualTo(residents.get(name));
      assertThat(decimal(zone, "area_ha"))
          .as(name)
          .isCloseTo(Objects.requireNonNull(areas.get(name)), within(0.1));
      double[] taxed = Objects.requireNonNull(taxpayers.get(name));
      assertThat(decimal(zone, "income_eur"))
          .as(name)
          .isCloseTo(taxed[0] / taxed[1], within(taxed[0] / taxed[1] * 0.001));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "barcelona, barcelona/boundaries/barris.geojson, BARRI",
    "bologna, bologna/boundaries/zone_bologna.geojson, Codice_zona"
  })
  void pointsOfZonesLieInsideTheirOfficialBoundaries(String city, String file, String code)
      throws IOException {
    var boundaries = new HashMap<String, Geometry>();
    for (JsonNode each : json(file).path("features")) {
      boundaries.put(
          each.path("properties").path(code).asString(), GeoJson.read(each.path("geometry")));
    }
    for (NamedCsvRecord zone : neighbourhoods(new Pack(city))) {
      Geometry boundary = Objects.requireNonNull(boundaries.get(zone.getField("code")));
      assertThat(boundary.covers(PackFeatures.point(zone))).as(zone.getField("name")).isTrue();
    }
  }

  @Test
  void listedFacilitiesOfBarcelonaAreWhereTheListsHaveThem() throws IOException {
    var metres = LocalMetres.of(BARCELONA.city());
    var listed = new ArrayList<Geometry>();
    for (String list : List.of("educacio_clean", "serveis_socials")) {
      for (NamedCsvRecord row : table("barcelona/facilities/" + list + ".csv", ',')) {
        if (!row.getField("lat").isBlank()) {
          Coordinate at = new Coordinate(decimal(row, "lon"), decimal(row, "lat"));
          listed.add(metres.fromDegrees(GeoJson.WGS84.createPoint(at)));
        }
      }
    }
    int checked = 0;
    for (NamedCsvRecord facility : BARCELONA.rows("facilities")) {
      if (facility.getField("source").startsWith("bcn-")) {
        checked++;
        Geometry at = metres.fromDegrees(PackFeatures.point(facility));
        double nearest = listed.stream().mapToDouble(each -> each.distance(at)).min().orElseThrow();
        assertThat(nearest).as(facility.getField("id")).isLessThan(2);
      }
    }
    assertThat(checked).isGreaterThan(480);
  }

  /// Health centres that no list has: other houses nearby in the same street, by its name and a
  /// number.
  @ParameterizedTest
  @CsvSource({
    "health-cap-besos, alfonselmagnanim, 59",
    "health-cap-cotxeres, borbo, 35",
    "health-cap-drassanes, drassanes, 14",
    "health-cap-montnegre, montnegre, 8",
    "health-cap-pare-claret, santantonimariaclaret, 31",
    "health-cap-passeig-de-sant-joan, santjoan, 29",
    "health-cap-raval-nord, torresiamat, 15",
    "health-cap-roger-de-flor, rogerdeflor, 168",
    "health-cap-sant-marti, fluvia, 205",
    "health-cap-sardenya, sardenya, 480",
    "health-cap-vallcarca, vallcarca, 165",
    "health-cap-via-barcino, barcino, 88",
    "health-hospital-dos-de-maig, dosdemaig, 301",
    "health-cap-numancia, numancia, 35",
    "health-cap-manso, manso, 17",
    "health-cap-comte-borrell, comteborrell, 305",
    "health-cap-roger, roger, 17",
    "health-cap-vila-de-gracia-cibeles, corsega, 371"
  })
  void otherHealthCentresLieInTheirStreet(String id, String street, int number) throws IOException {
    var metres = LocalMetres.of(BARCELONA.city());
    Geometry at =
        BARCELONA.rows("facilities").stream()
            .filter(row -> row.getField("id").equals(id))
            .map(row -> metres.fromDegrees(PackFeatures.point(row)))
            .findFirst()
            .orElseThrow();
    var houses = new ArrayList<Geometry>();
    for (String list : List.of("educacio_clean", "serveis_socials")) {
      for (NamedCsvRecord row : table("barcelona/facilities/" + list + ".csv", ',')) {
        Matcher address = HOUSE.matcher(row.getField("address"));
        if (address.find()
            && plain(address.group(1)).matches("(c|av|pg|via)?" + street)
            && Integer.parseInt(address.group(2)) == number) {
          Coordinate house = new Coordinate(decimal(row, "lon"), decimal(row, "lat"));
          houses.add(metres.fromDegrees(GeoJson.WGS84.createPoint(house)));
        }
      }
    }
    assertThat(houses).as("houses %s %d in the lists", street, number).isNotEmpty();
    assertThat(houses.stream().mapToDouble(house -> house.distance(at)).min().orElseThrow())
        .as("metres from the house")
        .isLessThan(100);
  }

  private static List<NamedCsvRecord> neighbourhoods(Pack pack) {
    return pack.rows("zones").stream()
        .filter(zone -> zone.getField("level").equals("neighbourhood"))
        .toList();
  }

  private static double decimal(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column).replace(',', '.'));
  }

  private static String saint(String name) {
    return plain(name.replaceFirst("^S\\.? ", "San "));
  }

  /// Letters and digits alone, without accents and capitals.
  private static String plain(String name) {
    return Normalizer.normalize(name.replace("S. ", "San "), Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }
}
