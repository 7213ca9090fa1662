package eu.trama.city.twin;

import static eu.trama.city.twin.TestTwin.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the twin says of a feature at every point of both times.
class TwoTimesTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

  private TestTwin world;

  @BeforeEach
  void emptyTwin() {
    JdbcClient.create(DATABASE.dataSource()).sql("truncate twin.city cascade").update();
    world = new TestTwin(DATABASE.dataSource());
  }

  private static Instant day(int number) {
    return DAY.plus(Duration.ofDays(number));
  }

  private List<String> names(Instant valid, Instant known) {
    return world.twin.features(world.asOf(valid, known), "stops").stream()
        .map(stop -> stop.properties().requireText("name"))
        .toList();
  }

  @Test
  void nothingIsKnownBeforeItWasLearned() {
    world.now = day(10);
    world.publish("s", day(0), List.of(stop("a", "Sants")));
    assertThat(names(day(5), day(9))).isEmpty();
    assertThat(names(day(5), day(10))).containsExactly("Sants");
    assertThat(names(day(-1), day(10))).isEmpty();
  }

  @Test
  void aNewNameLeavesThePastAsItWas() {
    world.now = day(10);
    world.publish("s", day(0), List.of(stop("a", "Sants")));
    world.now = day(20);
    world.publish("s", day(15), List.of(stop("a", "Sants Estació")));
    assertThat(names(day(14), day(20))).containsExactly("Sants");
    assertThat(names(day(15), day(20))).containsExactly("Sants Estació");
    assertThat(names(day(15), day(19))).containsExactly("Sants");
  }

  @Test
  void whatAnEditionLacksIsGoneFromThenOn() {
    world.publish("s", day(0), List.of(stop("a", "Sants"), stop("b", "Clot")));
    world.now = world.now.plusSeconds(60);
    world.publish("s", day(5), List.of(stop("b", "Clot")));
    assertThat(names(day(4), world.now)).containsExactly("Sants", "Clot");
    assertThat(names(day(5), world.now)).containsExactly("Clot");
  }

  @Test
  void anImportTakesOverFromThePackAndThePackDoesNotComeBack() {
    world.publish(Editions.PACK, day(0), List.of(stop("a", "pack"), stop("b", "pack only")));
    world.publish("official", day(1), List.of(stop("a", "official")));
    assertThat(names(day(2), world.now.plusSeconds(1))).containsExactly("official", "pack only");
    world.publish(Editions.PACK, day(2), List.of(stop("a", "pack 2"), stop("b", "pack 2 only")));
    assertThat(names(day(2), world.now.plusSeconds(1))).containsExactly("official", "pack 2 only");
  }

  @Test
  void aTimetableEndsThePacksLinesThatItStandsFor() {
    var line =
        new Feature("lines", "L6", null, Properties.of(Map.of("name", "L6", "mode", "metro")));
    world.publish(Editions.PACK, day(0), List.of(line));
    world.publish("gtfs:fgc", day(1), List.of(stop("fgc:a", "Sarrià")), List.of("L6"));
    var later = world.asOf(day(2), world.now.plusSeconds(1));
    assertThat(world.twin.features(later, "lines")).isEmpty();
    world.publish(Editions.PACK, day(1), List.of(line));
    assertThat(world.twin.features(later, "lines")).isEmpty();
  }

  @Test
  void twoDatasetsOfOneInstantAreLearnedOneAfterTheOther() {
    Dataset first = world.publish("s", day(0), List.of(stop("a", "one")));
    Dataset second = world.publish("s", day(0), List.of(stop("a", "two")));
    assertThat(second.learnedAt()).isAfter(first.learnedAt());
    assertThat(names(day(0), first.learnedAt())).containsExactly("one");
  }

  @Test
  void repeatingAnEditionAddsNoVersion() {
    world.publish("s", day(0), List.of(stop("a", "Sants")));
    world.publish("s", day(3), List.of(stop("a", "Sants")));
    assertThat(world.twin.history("ona", "stops", "a")).hasSize(1);
  }

  @Test
  void anIdTwiceInAFileIsRefusedAndNothingRemains() {
    assertThatThrownBy(() -> world.publish("s", day(0), List.of(stop("a", "x"), stop("a", "y"))))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused -> assertThat(refused.findings().getFirst().code()).isEqualTo("id-duplicate"));
    assertThat(
            JdbcClient.create(DATABASE.dataSource())
                .sql("select count(*) from twin.staged_feature")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void equalContentHasEqualFingerprintWhateverTheRoute() {
    world.publish("s", day(0), List.of(stop("a", "x"), stop("b", "y")));
    String direct = world.twin.fingerprint(world.twin.today("ona"), List.of("stops"));
    world.publish("s", day(0), List.of(stop("a", "z")));
    String other = world.twin.fingerprint(world.twin.today("ona"), List.of("stops"));
    world.publish("s", day(0), List.of(stop("b", "y"), stop("a", "x")));
    String again = world.twin.fingerprint(world.twin.today("ona"), List.of("stops"));
    assertThat(again).isEqualTo(direct).isNotEqualTo(other);
  }

  /// Random editions of three sources against a plain table of days x days, at every point of both
  /// times.
  @Test
  void agreesWithATableOfDays() {
    for (int seed = 0; seed < 12; seed++) {
      emptyTwin();
      agreesWithATableOfDays(new Random(seed));
    }
  }

  private void agreesWithATableOfDays(Random random) {
    int days = 12;
    // believed.get(known).get(valid): by stop id, its name and source.
    var believed = new ArrayList<List<Map<String, String>>>();
    var current = new ArrayList<Map<String, String>>();
    for (int day = 0; day < days; day++) {
      current.add(new TreeMap<>());
    }
    for (int known = 0; known < days; known++) {
      int from = random.nextInt(days);
      String source = "s" + random.nextInt(3);
      var stops = new ArrayList<Feature>();
      for (String id : List.of("a", "b", "c", "d")) {
        if (random.nextInt(3) > 0) {
          stops.add(stop(id, source + " " + random.nextInt(3)));
        }
      }
      world.now = day(known);
      world.publish(source, day(from), stops);
      for (int valid = from; valid < days; valid++) {
        current.get(valid).values().removeIf(name -> name.startsWith(source));
        for (Feature stop : stops) {
          current.get(valid).put(stop.id(), stop.properties().requireText("name"));
        }
      }
      believed.add(
          current.stream().map(TreeMap::new).map(map -> (Map<String, String>) map).toList());
    }
    for (int known = 0; known < days; known++) {
      for (int valid = 0; valid < days; valid++) {
        var expected = believed.get(known).get(valid);
        var actual = new TreeMap<String, String>();
        world
            .twin
            .features(world.asOf(day(valid), day(known)), "stops")
            .forEach(stop -> actual.put(stop.id(), stop.properties().requireText("name")));
        assertThat(actual).as("valid %d known %d", valid, known).isEqualTo(expected);
        settledShowsTheSame(world.asOf(day(valid), day(known)));
      }
    }
  }

  /// A file's tag is made of the settled snapshot: it must show what the asked one shows, and be
  /// its own.
  private void settledShowsTheSame(Snapshot snapshot) {
    Snapshot settled = world.twin.settled(snapshot).snapshot();
    assertThat(world.twin.features(settled, "stops"))
        .isEqualTo(world.twin.features(snapshot, "stops"));
    assertThat(world.twin.settled(settled).snapshot()).isEqualTo(settled);
  }
}
