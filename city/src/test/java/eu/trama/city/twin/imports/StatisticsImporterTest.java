package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Feature;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsImporterTest {

  private static final List<Feature> ZONES =
      List.of(
          Trial.zone("neighbourhood:01", "el Raval", 2.1, 41.4, "official"),
          Trial.zone("neighbourhood:02", "el Barri Gòtic", 2.1, 41.4, "official"),
          Trial.zone("neighbourhood:9", "Santa Viola", 2.1, 41.4, "official"),
          Trial.zone(
              "statistical-area:31", "Prati di Caprara-Ospedale Maggiore", 2, 41, "official"));

  @TempDir Path folder;

  private Trial read(String name, String text, Map<String, String> options) {
    return Trial.of(
        new StatisticsImporter(), Trial.BARCELONA, Trial.write(folder, name, text), ZONES, options);
  }

  private Trial read(String rows) {
    return read("facts.csv", "zone,indicator,year,value,unit\n" + rows + "\n", Map.of());
  }

  @Test
  void ourOwnTable() {
    Trial trial = read("neighbourhood:01,population,2023,48210,people");
    assertThat(trial.source()).isEqualTo("statistics:facts");
    Feature fact = trial.feature("neighbourhood:01/population/2023");
    assertThat(fact.layer()).isEqualTo("statistics");
    assertThat(fact.properties().number("value")).hasValue(48210);
    assertThat(fact.properties().text("zone")).hasValue("neighbourhood:01");
  }

  @Test
  void levelAndNameServeAsWellAsLevelAndCode() {
    Trial trial =
        read(
            "f.csv",
            """
            level;code;indicator;year;value
            neighbourhood;01;population;2023;5
            neighbourhood;EL BARRI GOTIC;income;2022;18690,5
            """,
            Map.of());
    assertThat(trial.ids())
        .containsExactly("neighbourhood:01/population/2023", "neighbourhood:02/income/2022");
    assertThat(trial.features().getLast().properties().number("value")).hasValue(18690.5);
  }

  @Test
  void anUnknownZoneIsToldWithTheNamesMostLikeIt() {
    Trial trial =
        read(
            "f.csv",
            "level,code,indicator,year,value\nneighbourhood,el Ravall,population,2023,5\n",
            Map.of());
    assertThat(trial.codes()).containsExactly("zone-unknown");
    assertThat(trial.findings().getFirst().advice())
        .startsWith("The nearest names are ‘el Raval’ (neighbourhood:01)");
  }

  @Test
  void openDataBcn() {
    Trial trial =
        read(
            "i.json",
            """
            [{"indicator_def_id": 1, "geo_level_id": 3, "geo_id": 1, "city_id": 1, "year": 2023, "value": 5.0},
             {"indicator_def_id": 3, "geo_level_id": 3, "geo_id": 2, "city_id": 1, "year": 2022, "value": 9.5},
             {"indicator_def_id": 9, "geo_level_id": 3, "geo_id": 2, "city_id": 1, "year": 2022, "value": 9.5},
             {"indicator_def_id": 1, "geo_level_id": 2, "geo_id": 2, "city_id": 1, "year": 2022, "value": 9.5},
             {"indicator_def_id": 1, "geo_level_id": 3, "geo_id": 2, "city_id": 2, "year": 2022, "value": 9.5},
             {"indicator_def_id": 1, "geo_level_id": 3, "geo_id": 2, "city_id": 1, "year": 2022, "value": NaN},
             {"indicator_def_id": 1, "geo_level_id": 3, "geo_id": 74, "city_id": 1, "year": 2022, "value": 1}]
            """,
            Map.of());
    assertThat(trial.ids())
        .containsExactly("neighbourhood:01/population/2023", "neighbourhood:02/income/2022");
    assertThat(trial.features().getLast().properties().text("kind"))
        .hasValue("taxable-income-per-person");
    assertThat(trial.codes())
        .containsExactly(
            "indicator-unknown",
            "level-unknown",
            "city-unknown",
            "number-unreadable",
            "zone-unknown");
  }

  @Test
  void residentsOfBolognaNeedTheirYear() {
    String table = "Zona,Residenti\nS. Viola,13362\n";
    assertThat(read("residenti.csv", table, Map.of()).codes()).containsExactly("year-missing");
    assertThat(read("residenti.csv", table, Map.of("year", "2017")).ids())
        .containsExactly("neighbourhood:9/population/2017");
  }

  @Test
  void incomesOfBolognaTakeTheYearOfTheFilesName() {
    Trial trial =
        read(
            "redditi2016_areastat.csv",
            """
            Area statistica;N.contribuenti;Reddito imponibile ai fini irpef
            Prati di Caprara-Osp;1000;22500000
            SENZA FISSA DIMORA;100;1
            Prati di Caprara-Osp;49;1000
            """,
            Map.of());
    assertThat(trial.ids()).containsExactly("statistical-area:31/income/2016");
    assertThat(trial.features().getFirst().properties().number("value")).hasValue(22500);
    assertThat(trial.codes()).containsExactly("row-without-zone", "taxpayers-few");
  }

  @ParameterizedTest
  @CsvSource({
    "number-unreadable, neighbourhood:01;population;2023;NaN;",
    "number-unreadable, neighbourhood:01;population;2023;;",
    "number-unreadable, neighbourhood:01;population;x;5;",
    "value-negative, neighbourhood:01;population;2023;-5;",
    "value-negative, neighbourhood:01;area;2023;-5;ha",
    "unit-unexpected, neighbourhood:01;area;2023;5;km2",
    "year-range, neighbourhood:01;population;23;5;",
    "year-range, neighbourhood:01;population;2023.5;5;",
    "indicator-name, neighbourhood:01;Population!;2023;5;",
    "zone-unknown, neighbourhood:99;population;2023;5;",
    "zone-unknown, el Raval;population;2023;5;",
  })
  void whatIsWrongIsToldAndNotTaken(String code, String row) {
    Trial trial = read(row.replace(';', ','));
    assertThat(trial.features()).isEmpty();
    assertThat(trial.codes()).containsExactly(code);
    assertThat(trial.findings().getFirst().line()).isEqualTo(2);
  }

  @Test
  void columnsThatNobodyKnowsAreTold() {
    Trial trial = read("f.csv", "a,b\n1,2\n", Map.of());
    assertThat(trial.codes()).containsExactly("columns-unknown");
    assertThat(trial.findings().getFirst().value()).isEqualTo("a b");
  }
}
