package eu.trama.city.twin;

import static eu.trama.city.twin.TestTwin.stop;
import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.Run.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Several servers on one store: each run is computed once, by one that has its code, and what one
/// server remembers is true on all.
class NodesTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private final List<RunWorker> workers = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> computed = new ConcurrentLinkedQueue<>();
  private TestTwin here;
  private TestTwin there;

  @BeforeEach
  void aCityWithTwoStopsSeenByTwoServers() {
    JdbcClient.create(DATABASE.dataSource()).sql("truncate twin.city cascade").update();
    here = new TestTwin(DATABASE.dataSource());
    here.publish("s", Instant.EPOCH, List.of(stop("a", "Sants"), stop("b", "Clot")));
    there = new TestTwin(DATABASE.dataSource());
  }

  @AfterEach
  void stopWorkers() {
    workers.forEach(RunWorker::stop);
  }

  @Test
  void eachRunIsComputedByOneOfThem() {
    var models = new Models(List.of(new Numbers(NodesTest.class)));
    Runs runs = runs(here, models);
    List<String> asked = new ArrayList<>();
    for (int n = 1; n <= 30; n++) {
      asked.add(ask(runs, n).id());
    }
    work(here, models);
    work(there, models);
    await(() -> asked.stream().allMatch(id -> state(runs, id) == State.DONE));
    assertThat(computed).hasSize(asked.size()).doesNotHaveDuplicates();
  }

  @Test
  void aRunIsLeftToAServerOfItsRelease() {
    var old = new Models(List.of(new Numbers(NodesTest.class)));
    // The code of a model is the classes of its package: these are others.
    var upgraded = new Models(List.of(new Numbers(TestDatabase.class)));
    Runs runs = runs(here, upgraded);
    work(here, old);
    String asked = ask(runs, 1).id();
    String ofOld = ask(runs(here, old), 1).id();
    await(() -> state(runs, ofOld) == State.DONE);
    assertThat(asked).isNotEqualTo(ofOld);
    assertThat(state(runs, asked)).isIn(State.QUEUED, State.RUNNING);
    assertThat(computed).containsExactly("1");

    work(there, upgraded);
    await(() -> state(runs, asked) == State.DONE);
    assertThat(computed).containsExactly("1", "1");
  }

  @Test
  void aRunOfAReleaseThatIsGoneFailsAndSaysWhy() {
    Runs runs = runs(here, new Models(List.of(new Numbers(TestDatabase.class))));
    String asked = ask(runs, 1).id();
    there.now = there.now.plus(Duration.ofHours(1));
    work(there, new Models(List.of(new Numbers(NodesTest.class))));
    await(() -> state(runs, asked) == State.FAILED);
    assertThat(runs.find(asked).orElseThrow().failure()).contains("another release");
  }

  @Test
  void whatOneServerImportsTheOtherSeesSoon() {
    Snapshot before = there.twin.today("ona");
    String fingerprint = there.twin.fingerprint(before, List.of("stops"));
    var future = new Snapshot("ona", new AsOf(here.now, here.now.plus(Duration.ofDays(9))));
    String unsettled = there.twin.fingerprint(future, List.of("stops"));
    assertThat(unsettled).isEqualTo(fingerprint);

    here.publish("t", Instant.EPOCH, List.of(stop("c", "Besos")));

    await(() -> !there.twin.today("ona").asOf().known().equals(before.asOf().known()));
    assertThat(there.twin.fingerprint(there.twin.today("ona"), List.of("stops")))
        .isNotEqualTo(fingerprint)
        .isEqualTo(here.twin.fingerprint(here.twin.today("ona"), List.of("stops")));
    assertThat(there.twin.fingerprint(before, List.of("stops")))
        .isEqualTo(new TestTwin(DATABASE.dataSource()).twin.fingerprint(before, List.of("stops")))
        .isEqualTo(fingerprint);
    assertThat(there.twin.fingerprint(future, List.of("stops"))).isNotEqualTo(unsettled);
  }

  /// A server whose clock is behind, or was set back, teaches nothing into the past of the others.
  @Test
  void aClockThatJumpsBackChangesNoPast() {
    Snapshot before = there.twin.today("ona");
    String fingerprint = there.twin.fingerprint(before, List.of("stops"));
    here.now = here.now.minus(Duration.ofDays(400));

    here.publish("t", Instant.EPOCH, List.of(stop("c", "Besos")));

    assertThat(new TestTwin(DATABASE.dataSource()).twin.fingerprint(before, List.of("stops")))
        .isEqualTo(fingerprint);
    assertThat(there.catalogue.lastLearned("ona").orElseThrow()).isAfter(before.asOf().known());
    await(() -> there.twin.features(there.twin.today("ona"), "stops").size() == 3);
  }

  /// A claim is held by the store's clock, whatever the servers' own say.
  @Test
  void clocksThatJumpLoseNoRunAndComputeNoneTwice() {
    var models = new Models(List.of(new Numbers(NodesTest.class)));
    Runs runs = runs(here, models);
    work(here, models);
    work(there, models);
    List<String> asked = new ArrayList<>();
    for (int n = 1; n <= 20; n++) {
      here.now = here.now.plus(Duration.ofDays(n % 2 == 0 ? 30 : -60));
      there.now = there.now.minus(Duration.ofHours(7));
      asked.add(ask(runs, n).id());
    }
    await(() -> asked.stream().allMatch(id -> state(runs, id) == State.DONE));
    assertThat(computed).hasSameSizeAs(asked.stream().distinct().toList());
  }

  private static Run ask(Runs runs, long number) {
    var snapshot =
        new Snapshot("ona", new AsOf(Instant.EPOCH, Instant.parse("2026-06-01T00:00:00Z")));
    return runs.baseline(snapshot, "numbers", Map.of("number", Long.toString(number)));
  }

  private static State state(Runs runs, String id) {
    return runs.find(id).orElseThrow().state();
  }

  private Runs runs(TestTwin world, Models models) {
    return new Runs(
        DATABASE.dataSource(),
        world.clock,
        world.twin,
        models,
        event -> {},
        eu.trama.city.identity.CurrentPerson.ofRequests());
  }

  private void work(TestTwin world, Models models) {
    var worker =
        new RunWorker(DATABASE.dataSource(), world.clock, new RunComputer(world.twin, models));
    workers.add(worker);
    worker.start();
  }

  private static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
      Thread.onSpinWait();
    }
  }

  /// Gives the number that it was asked for, and notes that it was computed.
  private final class Numbers implements Model {

    private final Class<?> code;

    Numbers(Class<?> code) {
      this.code = code;
    }

    @Override
    public String id() {
      return "numbers";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("number", Parameter.Kind.WHOLE, 1L, "", 1, 100));
    }

    @Override
    public List<String> reads() {
      return List.of("stops");
    }

    @Override
    public List<Indicator> indicators() {
      return List.of(new Indicator("n", "n", "n", Indicator.Better.HIGHER, new TreeMap<>()));
    }

    @Override
    public List<Class<?>> code() {
      return List.of(code);
    }

    @Override
    public Results run(CityView city, Parameters parameters, RunContext context) {
      computed.add(Long.toString(parameters.whole("number")));
      var values = new TreeMap<>(Map.of("city", (double) parameters.whole("number")));
      return new Results(new TreeMap<>(Map.of("n", values)), new TreeMap<>());
    }
  }
}
