package eu.trama.city.twin.imports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Importer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacilityImporterTest {

  @TempDir Path folder;

  private Trial read(String text, Map<String, String> options) {
    return Trial.of(
        new FacilityImporter(),
        Trial.BARCELONA,
        Trial.write(folder, "places.csv", text),
        List.of(),
        options);
  }

  @Test
  void rowsOfOneIdAreOneFacilityWithItsCategories() {
    Trial trial =
        read(
            """
            id,lat,lon,name,cat
            7,41.4,2.15,Escola del Mar,Educació
            7,41.4,2.15,Escola del Mar,Educació primària
            7,41.4,2.15,Escola del Mar,Educació primària
            8,41.41,2.16,Autoescola Bel-Air,Educació
            9,41.42,2.17,Centre de Sants,Centres de serveis socials
            """,
            Map.of());
    assertThat(trial.ids()).containsExactly("school:7", "social:9");
    assertThat(trial.feature("school:7").properties().texts("categories"))
        .containsExactly("Educació", "Educació primària");
    assertThat(String.valueOf(trial.feature("school:7").geometry())).isEqualTo("POINT (2.15 41.4)");
    assertThat(trial.codes())
        .as("the driving school is left out, and told")
        .containsExactly("kind-unknown");
  }

  @Test
  void aPlaceThatServesAsTwoIsBoth() {
    Trial trial =
        read(
            """
            id,lat,lon,name,cat
            7,41.4,2.15,Centre Especial,Serveis Socials
            7,41.4,2.15,Centre Especial,Centres de serveis socials
            7,41.4,2.15,Centre Especial,Centre d'educació especial
            8,41.4,2.16,Escola Sud,Serveis Socials
            8,41.4,2.16,Escola Sud,Educació especial
            """,
            Map.of());
    assertThat(trial.ids()).containsExactly("school:7", "social:7", "school:8");
    assertThat(trial.description().texts(Importer.ENDS_KINDS))
        .as("the list is about social services, whatever else its places are")
        .containsExactly("social");
  }

  @Test
  void decimalCommaSemicolonAndKindColumn() {
    Trial trial = read("id;kind;name;lat;lon\na;health;CAP Nord;41,40;2,15\n", Map.of());
    assertThat(trial.ids()).containsExactly("health:a");
    assertThat(trial.source()).isEqualTo("facilities:places");
  }

  @Test
  void theKindOfAllCanBeSaid() {
    Trial trial = read("id,name,lat,lon\na,X,41.40,2.15\n", Map.of("kind", "school"));
    assertThat(trial.ids()).containsExactly("school:a");
    assertThat(trial.source()).isEqualTo("facilities:school");
  }

  @ParameterizedTest
  @CsvSource({
    "coordinates-swapped, a;school;X;2.15;41.40",
    "coordinates-far, a;school;X;44.5;11.35",
    "coordinates-far, a;school;X;0;0",
    "coordinates-range, a;school;X;4583000;430000",
    "number-unreadable, a;school;X;NaN;2.15",
    "kind-unknown, a;library;X;41.40;2.15",
    "id-missing, ;school;X;41.40;2.15",
    "name-missing, a;school;;41.40;2.15",
    "columns-count, a;school;X;41.40",
  })
  void whatIsWrongIsTold(String code, String row) {
    Trial trial = read("id,kind,name,lat,lon\n" + row.replace(';', ',') + "\n", Map.of());
    assertThat(trial.codes()).contains(code);
    assertThat(trial.findings().getFirst().line()).isEqualTo(2);
  }

  @Test
  void oneIdForTwoPlacesIsTold() {
    Trial trial =
        read("id,kind,name,lat,lon\na,school,X,41.40,2.15\na,school,Y,41.40,2.15\n", Map.of());
    assertThat(trial.codes()).containsExactly("id-duplicate");
  }

  @Test
  void wrongColumnsAreTold() {
    assertThat(read("id,name,x,y\na,X,1,2\n", Map.of()).codes()).containsExactly("columns-unknown");
  }
}
