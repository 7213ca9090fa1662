package eu.trama.city.mobility.places;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.mobility.places.Place.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceIndexTest {

  private static final PlaceIndex SMALL =
      index(
          stop("1", "Plaça de Catalunya"),
          stop("2", "Paral·lel"),
          stop("3", "Sant Andreu Arenal"),
          stop("4", "Sant Andreu"),
          street("5", "Carrer de Sant Andreu"),
          street("6", "Carrer de l'Ambaixador"),
          street("7", "Via dell’Indipendenza"),
          new Place(Kind.ZONE, "zones/8", "Sant Andreu", 41.43, 2.19),
          new Place(Kind.FACILITY, "facilities/9", "Escola Ignasi Iglésias", 41.43, 2.19));

  private static Place stop(String id, String name) {
    return new Place(Kind.STOP, "stops/" + id, name, 41.4, 2.1);
  }

  private static Place street(String id, String name) {
    return new Place(Kind.STREET, "streets/" + id, name, 41.4, 2.1);
  }

  private static PlaceIndex index(Place... places) {
    return new PlaceIndex(List.of(places));
  }

  @ParameterizedTest
  @CsvSource({
    "catalunya, stops/1",
    "Pl. Catalunya, stops/1",
    "PLACA DE CATALUNYA, stops/1",
    "Plaza Catalunya, stops/1",
    "paral.lel, stops/2",
    "parallel, stops/2",
    "Paral·lel, stops/2",
    "arenal sant and, stops/3",
    "sant andreu, stops/4",
    "ambaixador, streets/6",
    "c/ de l’ambaixador, streets/6",
    "indipendenza via, streets/7",
    "iglesias, facilities/9",
    "Catalunia, stops/1",
    "Indipendensa, streets/7",
    "Sant Adnreu, stops/4"
  })
  void whatPeopleWriteLeadsThere(String written, String first) {
    assertThat(SMALL.search(written, 5)).first().extracting(Place::id).isEqualTo(first);
  }

  @Test
  void equallyGoodNamesComeStopsFirstAndStreetsLast() {
    assertThat(SMALL.search("sant andreu", 5))
        .extracting(Place::id)
        .containsExactly("stops/4", "zones/8", "streets/5", "stops/3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "—", "xyzzy", "catalunya xyzzy", "de la"})
  void nothingIsFoundForWhatIsNoName(String written) {
    assertThat(SMALL.search(written, 5)).isEmpty();
  }

  @Test
  void theNameWithTheLightWordsComesFirst() {
    var index = index(stop("a", "Catalunya"), stop("b", "Plaça Catalunya"));
    assertThat(index.search("pl catalunya", 1)).extracting(Place::id).containsExactly("stops/b");
    assertThat(index.search("catalunya", 1)).extracting(Place::id).containsExactly("stops/a");
  }

  @Test
  void platformsOfOneStationAreOnePlace() {
    var index = index(stop("a", "Sants"), stop("b", "Sants"), street("c", "Carrer de Sants"));
    assertThat(index.search("sants", 5))
        .extracting(Place::id)
        .containsExactly("stops/a", "streets/c");
  }

  /// The witness looks at every place and tries every way of giving words to words.
  @Test
  void findsWhatLookingAtEveryPlaceFinds() {
    var random = new Random(20261124);
    for (int round = 0; round < 300; round++) {
      List<Place> places = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        places.add(stop(round + "-" + i, text(random, 1 + random.nextInt(4))));
      }
      String asked = text(random, 1 + random.nextInt(3));
      Set<Place> expected = new HashSet<>();
      for (Place place : places) {
        if (fits(PlaceNames.words(asked), PlaceNames.words(place.name()))) {
          expected.add(place);
        }
      }
      var found = new PlaceIndex(places).search(asked, places.size());
      if (!expected.isEmpty()) {
        // Places of one name in one place are shown once.
        assertThat(found.stream().map(Place::name))
            .as("%s in %s", asked, places)
            .containsExactlyInAnyOrderElementsOf(
                expected.stream().map(Place::name).distinct().toList());
      }
    }
  }

  private static final List<String> SYLLABLES = List.of("sant", "s", "an", "mar", "t", "ca", "o");

  private static String text(Random random, int words) {
    var text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ");
      for (int j = 0; j <= random.nextInt(2); j++) {
        text.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
    }
    return text.toString();
  }

  private static boolean fits(List<String> asked, List<String> name) {
    if (asked.isEmpty()) {
      return true;
    }
    for (int i = 0; i < name.size(); i++) {
      if (name.get(i).startsWith(asked.getFirst())) {
        var rest = new ArrayList<>(name);
        rest.remove(i);
        if (fits(asked.subList(1, asked.size()), rest)) {
          return true;
        }
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({
    "gava, gava, 0, true",
    "gava, gaba, 1, true",
    "gava, gva, 1, true",
    "gava, gavaa, 1, true",
    "gava, agva, 1, true",
    "gava, gaab, 1, false",
    "gava, av, 2, true",
    "gava, sants, 2, false"
  })
  void nearCountsLetters(String one, String other, int most, boolean near) {
    assertThat(PlaceNames.near(one, other, most)).isEqualTo(near);
    assertThat(PlaceNames.near(other, one, most)).isEqualTo(near);
  }
}
