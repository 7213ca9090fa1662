package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertThat(content.edits(layer -> List.of())).isEqualTo(SCENARIO.edits());
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
        "{\"trama\":\"scenario/1\",\"edits\":[{\"layer\":\"stops\",\"where\":{},\"op\":\"add\"}]} | edit-op",
        "{\"trama\":\"scenario/1\",\"edits\":[],\"base\":{\"valid\":\"yesterday\"}}  | scenario-base"
      })
  void saysWhatIsWrongWithAFile(String text, String code) {
    assertThatThrownBy(() -> ScenarioJson.read(text, "file"))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused -> assertThat(refused.findings().getFirst().code()).isEqualTo(code));
  }

  @Test
  void aPolicyForAnyCityLetsItsLinesRunSoManyTimesAsOften() {
    var policy =
        ScenarioJson.read(
            """
            {"trama": "scenario/1", "name": "More trams",
             "edits": [{"op": "frequency", "where": {"mode": "tram"}, "times": 1.5}]}
            """,
            "policy");
    var lines =
        List.of(
            line("T1", "tram", "headways", "weekday 07:00-09:30/240", "sunday 08:00-22:00/80"),
            line("T2", "tram", "timetable_headways", "weekday 07:00-09:30/5"),
            line("T3", "tram", "headways"),
            line("L1", "metro", "headways", "weekday 07:00-09:30/240"));
    assertThat(policy.in("ona").edits(layer -> lines))
        .containsExactly(
            often("T1", "weekday 07:00-09:30/160", "sunday 08:00-22:00/60"),
            often("T2", "weekday 07:00-09:30/60"));
  }

  private static Feature line(String id, String mode, String property, String... headways) {
    return new Feature(
        "lines", id, null, Properties.of(Map.of("mode", mode, property, List.of(headways))));
  }

  private static Edit often(String id, String... headways) {
    return new Edit.Change("lines", id, null, Properties.of(Map.of("headways", List.of(headways))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "11", "null", "\"much\"", "1e400"})
  void aPolicySaysHowManyTimes(String times) {
    String text =
        "{\"trama\":\"scenario/1\",\"edits\":[{\"op\":\"frequency\",\"times\":" + times + "}]}";
    assertThatThrownBy(() -> ScenarioJson.read(text, "policy")).isInstanceOf(BadInput.class);
  }

  @Test
  void aPolicyThatFindsNoLineIsRefused() {
    var policy =
        ScenarioJson.read(
            """
            {"trama": "scenario/1", "edits": [{"op": "frequency", "where": {"mode": "tram"}, "times": 2}]}
            """,
            "policy");
    assertThatThrownBy(() -> policy.in("ona").edits(layer -> List.of()))
        .isInstanceOf(BadInput.class)
        .hasMessageContaining("step-finds-nothing");
  }

  @Test
  void whatIsMadeForOneCityIsNotTakenInAnother() {
    var content =
        ScenarioJson.read("{\"trama\":\"scenario/1\",\"city\":\"ona\",\"edits\":[]}", "file");
    assertThat(content.in("ona")).isEqualTo(content);
    assertThatThrownBy(() -> content.in("vall")).hasMessageContaining("scenario-city");
  }
}
