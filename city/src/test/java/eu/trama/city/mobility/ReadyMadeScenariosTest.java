package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// Each ready-made scenario works on the cities as a fresh install shows them.
@SpringBootTest(classes = CityServer.class)
@ContextConfiguration(initializers = TestStore.class)
class ReadyMadeScenariosTest {

  @Autowired private Twin twin;
  @Autowired private Scenarios scenarios;
  @Autowired private Templates templates;
  @Autowired private Runs runs;

  static Stream<ReadyMade.Expected> expected() {
    return ReadyMade.expected();
  }

  @ParameterizedTest
  @MethodSource("expected")
  void changesTheNeighbourhoodThatItIsAbout(ReadyMade.Expected expected) {
    new ReadyMade(twin, scenarios, templates, runs).check(expected);
  }

  @Test
  void noneIsForgottenHere() {
    var all =
        Stream.of("barcelona", "bologna")
            .flatMap(city -> templates.of(city).stream().map(each -> city + ": " + each.id()));
    assertThat(ReadyMade.expected().map(ReadyMade.Expected::toString))
        .containsExactlyInAnyOrderElementsOf(all.toList());
  }
}
