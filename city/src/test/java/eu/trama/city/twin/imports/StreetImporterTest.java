package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreetImporterTest {

  @TempDir Path folder;

  private Trial read(String text) {
    return Trial.of(
        new StreetImporter(),
        Trial.BARCELONA,
        Trial.write(folder, "streets.json", text),
        List.of());
  }

  @Test
  void aListOfLinesOfLatitudeAndLongitude() {
    Trial trial =
        read(
            """
            [{"id": "1", "name": "Avinguda del Paral·lel", "tier": 2,
              "geometry": [[[41.37, 2.16], [41.38, 2.17]], [[41.38, 2.17], [41.39, 2.17]]]},
             {"id": "2", "name": "Carrer Nou", "tier": 4, "geometry": [[[41.40, 2.15], [41.41, 2.15]]]},
             {"id": "3", "name": "Carrer Nou", "tier": 4, "geometry": [[[41.42, 2.15], [41.43, 2.15]]]}]
            """);
    assertThat(trial.findings()).isEmpty();
    assertThat(trial.source()).isEqualTo("streets");
    assertThat(trial.ids()).containsExactly("avinguda-del-parallel", "carrer-nou", "carrer-nou-2");
    var street = trial.features().getFirst();
    assertThat(String.valueOf(street.geometry()))
        .isEqualTo("MULTILINESTRING ((2.16 41.37, 2.17 41.38), (2.17 41.38, 2.17 41.39))");
    assertThat(street.properties().number("tier")).hasValue(2);
  }

  @Test
  void geoJsonLinesWithAName() {
    Trial trial =
        read(
            """
            {"type": "FeatureCollection", "features": [
              {"type": "Feature", "id": "way/7", "properties": {"name": "Via Augusta", "maxspeed": 50},
               "geometry": {"type": "LineString", "coordinates": [[2.15, 41.39], [2.14, 41.40]]}},
              {"type": "Feature", "properties": {"name": null},
               "geometry": {"type": "LineString", "coordinates": [[2.15, 41.39], [2.14, 41.40]]}},
              {"type": "Feature", "properties": {"name": "Plaça"},
               "geometry": {"type": "Point", "coordinates": [2.15, 41.39]}}]}
            """);
    assertThat(trial.ids()).containsExactly("via-augusta");
    assertThat(trial.features().getFirst().properties().text("listed_as")).hasValue("way/7");
    assertThat(trial.codes()).containsExactly("name-missing", "geometry-kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coordinates-swapped | [{\"name\":\"a\",\"geometry\":[[[2.16,41.37],[2.17,41.38]]]}]",
        "coordinate-not-a-number | [{\"name\":\"a\",\"geometry\":[[[41.37,2.16],[41.38,NaN]]]}]",
        "coordinate-not-a-number | [{\"name\":\"a\",\"geometry\":[[[41.37,2.16],[41.38,null]]]}]",
        "coordinates-far | [{\"name\":\"a\",\"geometry\":[[[44.5,11.3],[44.5,11.4]]]}]",
        "line-short | [{\"name\":\"a\",\"geometry\":[[[41.37,2.16]]]}]",
        "line-short | [{\"name\":\"a\",\"geometry\":[[[41.37,2.16],[41.37,2.16]]]}]",
        "geometry-empty | [{\"name\":\"a\",\"geometry\":[]}]",
        "geometry-nesting | [{\"name\":\"a\",\"geometry\":[41.37,2.16]}]",
        "file-truncated | [{\"name\":\"a\",\"geometry\":[[[41.37,2.1",
        "file-empty | []",
        "json-shape | [1]",
        "columns-unknown | name;shape",
      })
  void whatIsWrongIsTold(String code, String text) {
    Trial trial = read(text);
    assertThat(trial.features()).isEmpty();
    assertThat(trial.codes()).containsExactly(code);
  }
}
