package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class ScenarioJsonTest {

  private static final Scenario SCENARIO =
      new Scenario(
          "id",
          "barcelona",
          "A stop closed",
          "",
          new AsOf(Instant.EPOCH, Instant.EPOCH),
          null,
          Instant.EPOCH,
          List.of(
              new Edit.Add(
                  new Feature(
                      "stops",
                      "new",
                      GeoJson.WGS84.createPoint(new Coordinate(2.1, 41.4)),
                      Properties.of(Map.of("name", "New stop")))),
              new Edit.Change("lines", "L3", null, Properties.of(Map.of("dwell_seconds", 30))),
              new Edit.Remove("stops", "old")),
          0,
          null);

  @Test
  void readsWhatItWrites() {
    var content = ScenarioJson.read(Json.write(ScenarioJson.write(SCENARIO)), "file");
    assertThat(content.edits()).isEqualTo(SCENARIO.edits());
    assertThat(content.base()).isEqualTo(SCENARIO.base());
    assertThat(content.name("ca")).isEqualTo("A stop closed");
  }

  @Test
  void aNameMayBeGivenPerLanguage() {
    var content =
        ScenarioJson.read(
            """
            {"trama":"scenario/1","city":"bologna","name":{"it":"Tram","en":"Tramway"},"edits":[]}
            """,
            "file");
    assertThat(content.name("en")).isEqualTo("Tramway");
    assertThat(content.name("ca")).isEqualTo("Tram");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json                                                                    | json-syntax",
        "{}                                                                          | scenario-format",
        "{\"trama\":\"scenario/1\"}                                                  | scenario-edits",
        "{\"trama\":\"scenario/1\",\"edits\":[{}]}                                   | edit-layer",
        "{\"trama\":\"scenario/1\",\"edits\":[{\"layer\":\"stops\",\"id\":\"a\",\"op\":\"move\"}]} | edit-op",
        "{\"trama\":\"scenario/1\",\"edits\":[],\"base\":{\"valid\":\"yesterday\"}}  | scenario-base"
      })
  void saysWhatIsWrongWithAFile(String text, String code) {
    assertThatThrownBy(() -> ScenarioJson.read(text, "file"))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused -> assertThat(refused.findings().getFirst().code()).isEqualTo(code));
  }
}
