package eu.trama.city.twin.packs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// A fresh install shows two cities.
@SpringBootTest(classes = CityServer.class)
@ContextConfiguration(initializers = TestStore.class)
class PackLoaderTest {

  @Autowired private Twin twin;
  @Autowired private Catalogue catalogue;
  @Autowired private Scenarios scenarios;
  @Autowired private Templates templates;
  @Autowired private PackLoader loader;

  @Test
  void aFreshInstallHoldsBothCities() {
    assertThat(twin.cities())
        .extracting(city -> city.name())
        .containsExactly("Barcelona", "Bologna");
    assertThat(twin.layers(twin.today("barcelona")))
        .containsKeys("zones", "statistics", "stops", "lines", "facilities");
  }

  @Test
  void zonesHavePeopleIncomeAndAStandInBoundary() {
    List<Zone> zones = Zones.of(view("barcelona"), Zones.NEIGHBOURHOOD);
    assertThat(zones).hasSize(73);
    assertThat(zones)
        .allSatisfy(zone -> {
          assertThat(zone.standIn()).isTrue();
          assertThat(zone.population()).isPresent();
          assertThat(zone.income()).isPresent();
        });
  }

  @Test
  void loadingAgainAddsNothing() {
    int before = catalogue.datasets("bologna").size();
    loader.afterPropertiesSet();
    assertThat(catalogue.datasets("bologna")).hasSize(before);
  }

  @Test
  void everyReadyMadeScenarioFitsItsCity() {
    for (var city : twin.cities()) {
      for (var template : templates.of(city.id())) {
        var scenario = scenarios.adopt(template.content(), "en");
        assertThat(scenarios.view(scenario).changedLayers()).isNotEmpty();
      }
    }
  }

  private CityView view(String city) {
    var scenario = scenarios.create(twin.today(city), "As it is", "", List.of());
    return scenarios.view(scenario);
  }
}
