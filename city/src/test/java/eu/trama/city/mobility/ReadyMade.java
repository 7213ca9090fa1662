package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The ready-made scenarios of both cities, and what must come out of them whatever files the
/// cities hold: the neighbourhood that the policy is about gains or loses at least so much, and the
/// neighbourhoods together move that way.
record ReadyMade(Twin twin, Scenarios scenarios, Templates templates, Runs runs) {

  /// @param zone code of a neighbourhood where it must show
  /// @param least by how much its value grows at least; below zero, by how much it falls at least
  record Expected(String city, String scenario, String indicator, String zone, double least) {
    @Override
    public String toString() {
      return city + ": " + scenario;
    }
  }

  /// Half an hour of departures.
  private static final Map<String, String> SHORT = Map.of("window", "30");

  static Stream<Expected> expected() {
    return Stream.of(
        // el Congrés i els Indians
        new Expected("barcelona", "cap-congres-indians", "health-30-p50", "62", 0.5),
        // la Vall d’Hebron, where only L3 and L5 go
        new Expected("barcelona", "l3-double-frequency", "people-30-p50", "41", 20_000),
        // Sant Gervasi - la Bonanova, which gets its first metro
        new Expected("barcelona", "l9-l10-central", "people-30-p50", "25", 200_000),
        new Expected("barcelona", "sagrada-familia-closed", "people-30-p50", "06", -50_000),
        // les Corts, where T1 to T3 come from and T4 joins them
        new Expected("barcelona", "tram-diagonal", "people-30-p50", "19", 20_000),
        // Mazzini, where it opens
        new Expected("bologna", "casa-della-comunita-savena", "health-30-p50", "12", 0.5),
        // Bolognina, through which line 27 runs
        new Expected("bologna", "line-27-double-frequency", "people-30-p50", "2", 2_000),
        // Lame, through which it runs
        new Expected("bologna", "people-mover-stopped", "people-45-p50", "9", -5_000),
        // Irnerio, around the station
        new Expected("bologna", "stazione-centrale-closed", "people-30-p50", "8", -1_000),
        // San Donato, where the line ends
        new Expected("bologna", "tram-linea-rossa", "people-30-p50", "15", 4_000),
        // the policies for any city, where L3 and line 27 alone show already
        new Expected("barcelona", "twice-as-often", "people-30-p50", "41", 20_000),
        new Expected("barcelona", "half-as-often", "people-30-p50", "41", -20_000),
        new Expected("bologna", "twice-as-often", "people-30-p50", "2", 2_000),
        new Expected("bologna", "half-as-often", "people-30-p50", "2", -2_000));
  }

  void check(Expected expected) {
    var template =
        templates.of(expected.city()).stream()
            .filter(each -> each.id().equals(expected.scenario()))
            .findFirst()
            .orElseThrow();
    var scenario = scenarios.adopt(template.content(), "en");
    var before = values(runs.baseline(twin.today(expected.city()), "reach", SHORT), expected);
    var after = values(runs.of(scenario, "reach", SHORT), expected);
    double way = Math.signum(expected.least());
    double all = 0;
    int along = 0;
    int against = 0;
    for (var zone : before.entrySet()) {
      double change = way * (Objects.requireNonNull(after.get(zone.getKey())) - zone.getValue());
      all += change;
      along += change > 0 ? 1 : 0;
      against += change < 0 ? 1 : 0;
    }
    String key = "neighbourhood:" + expected.zone();
    double here = Objects.requireNonNull(after.get(key)) - Objects.requireNonNull(before.get(key));
    assertThat(way * here)
        .as("change of %s", key)
        .isGreaterThanOrEqualTo(Math.abs(expected.least()));
    assertThat(all).as("change of all neighbourhoods").isPositive();
    assertThat(along).as("neighbourhoods that move as expected").isGreaterThan(2 * against);
  }

  private SortedMap<String, Double> values(Run asked, Expected expected) {
    Run run = asked;
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (!run.state().ended()) {
      assertThat(Instant.now()).isBefore(end);
      run = runs.find(run.id()).orElseThrow();
    }
    assertThat(run.failure()).isEmpty();
    Results results = runs.results(run).orElseThrow();
    return new TreeMap<>(Objects.requireNonNull(results.values().get(expected.indicator())));
  }
}
