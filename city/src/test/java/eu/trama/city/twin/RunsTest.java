package eu.trama.city.twin;

import static eu.trama.city.twin.TestTwin.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.Run.State;
import eu.trama.city.web.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class RunsTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final Instant TODAY = Instant.parse("2026-03-01T08:00:00Z");
  private static final AsOf AS_OF = new AsOf(TODAY, TODAY);

  private final CountModel model = new CountModel();
  private TestTwin world;
  private JdbcClient jdbc;
  private Runs runs;
  private RunWorker worker;

  @BeforeEach
  void aCityWithTwoStops() {
    jdbc = JdbcClient.create(DATABASE.dataSource());
    jdbc.sql("truncate twin.city cascade").update();
    world = new TestTwin(DATABASE.dataSource());
    world.publish("s", Instant.EPOCH, List.of(stop("a", "Sants"), stop("b", "Clot")));
    var models = new Models(List.of(model));
    worker = new RunWorker(DATABASE.dataSource(), world.clock, new RunComputer(world.twin, models));
    runs =
        new Runs(
            DATABASE.dataSource(),
            world.clock,
            world.twin,
            models,
            event -> worker.on((Runs.Queued) event),
            CurrentPerson.ofRequests());
  }

  @AfterEach
  void stopWorker() {
    worker.stop();
  }

  private Run baseline(Map<String, String> parameters) {
    return runs.baseline(world.twin.today("ona"), "count", parameters);
  }

  private Run ended(Run run) {
    await(() -> runs.find(run.id()).orElseThrow().state().ended());
    return runs.find(run.id()).orElseThrow();
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the condition came true in time").isBefore(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void computesAndKeepsAResultWithItsCost() {
    worker.start();
    Run run = ended(baseline(Map.of()));
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(runs.results(run).orElseThrow().of(CountModel.STOPS)).containsEntry("city", 2.0);
    assertThat(run.cost()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(run.cost()).cpuSeconds()).isPositive();
    assertThat(run.resultSha256())
        .isEqualTo(Digest.hex(Digest.sha256().digest(runs.resultBytes(run).orElseThrow())));
  }

  @Test
  void theSameRequestIsComputedOnce() {
    worker.start();
    Run first = ended(baseline(Map.of()));
    world.now = world.now.plus(Duration.ofDays(1));
    Run second = baseline(Map.of());
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.state()).isEqualTo(State.DONE);
    assertThat(model.computed).hasValue(1);
  }

  @Test
  void aScenarioThatChangesNothingIsTheBaselinesRun() {
    var scenario =
        world.scenarios.create(
            world.twin.today("ona"),
            "Nothing",
            "",
            List.of(new Edit.Add(stop("c", "New")), new Edit.Remove("stops", "c")));
    assertThat(runs.of(scenario, "count", Map.of()).id()).isEqualTo(baseline(Map.of()).id());
  }

  @Test
  void aScenarioOrAParameterIsAnotherRun() {
    worker.start();
    var scenario =
        world.scenarios.create(
            world.twin.today("ona"), "One less", "", List.of(new Edit.Remove("stops", "a")));
    Run run = ended(runs.of(scenario, "count", Map.of()));
    assertThat(runs.results(run).orElseThrow().of(CountModel.STOPS)).containsEntry("city", 1.0);
    assertThat(run.id()).isNotEqualTo(baseline(Map.of()).id());
    assertThat(baseline(Map.of("times", "3")).id()).isNotEqualTo(baseline(Map.of()).id());
  }

  @Test
  void aRunThatWasComputedAgainGivesTheSameBytes() {
    worker.start();
    Run first = ended(baseline(Map.of()));
    jdbc.sql("update twin.run set state = 'failed', result = null").update();
    Run again = ended(baseline(Map.of()));
    assertThat(again.resultSha256()).isEqualTo(first.resultSha256());
    assertThat(model.computed).hasValue(2);
  }

  @Test
  void aKeptResultCanBeReproduced() throws InterruptedException {
    worker.start();
    Run run = ended(baseline(Map.of()));
    var computer = new RunComputer(world.twin, new Models(List.of(model)));
    assertThat(computer.again(run)).isEqualTo(run.resultSha256());
  }

  @Test
  void aRunningRunCanBeCancelledAndAskedForAgain() {
    worker.start();
    model.hold = new CountDownLatch(1);
    Run run = baseline(Map.of());
    await(() -> runs.find(run.id()).orElseThrow().state() == State.RUNNING);
    runs.cancel(run);
    assertThat(ended(run).state()).isEqualTo(State.CANCELLED);
    model.hold = new CountDownLatch(0);
    assertThat(ended(baseline(Map.of())).state()).isEqualTo(State.DONE);
  }

  @Test
  void aWaitingRunIsCancelledAtOnce() {
    Run run = baseline(Map.of());
    runs.cancel(run);
    assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void theRunOfAServerThatDiedIsTakenUp() {
    Run run = baseline(Map.of());
    jdbc.sql(
            "update twin.run set state = 'running', worker = 'dead', heartbeat = now() - interval '1 minute'")
        .update();
    worker.start();
    assertThat(ended(run).state()).isEqualTo(State.DONE);
  }

  @Test
  void aRunThatKeepsKillingItsServerIsGivenUp() {
    Run run = baseline(Map.of());
    jdbc.sql(
            """
            update twin.run set state = 'running', worker = 'dead', attempts = 3,
              heartbeat = now() - interval '1 minute'
            """)
        .update();
    worker.start();
    assertThat(ended(run).state()).isEqualTo(State.FAILED);
    assertThat(model.computed).hasValue(0);
  }

  @Test
  void stoppingTheServerLeavesTheRunToTheNext() {
    worker.start();
    model.hold = new CountDownLatch(1);
    Run run = baseline(Map.of());
    await(() -> runs.find(run.id()).orElseThrow().state() == State.RUNNING);
    worker.stop();
    assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
    model.hold = new CountDownLatch(0);
    worker.start();
    assertThat(ended(run).state()).isEqualTo(State.DONE);
  }

  @Test
  void aFaultOfTheModelFailsTheRunAndNotTheServer() {
    worker.start();
    Run failed = ended(baseline(Map.of("times", "13")));
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.failure()).contains("operator");
    assertThat(ended(baseline(Map.of())).state()).isEqualTo(State.DONE);
  }

  @Test
  void aModelReadsOnlyWhatItSaysItReads() {
    worker.start();
    assertThat(ended(baseline(Map.of("times", "14"))).state()).isEqualTo(State.FAILED);
  }

  @Test
  void refusesParametersThatDoNotFit() {
    for (var wrong : Map.of("times", "many", "other", "1", "times ", "1").entrySet()) {
      assertThatThrownBy(() -> baseline(Map.of(wrong.getKey(), wrong.getValue())))
          .isInstanceOf(BadInput.class);
    }
    assertThatThrownBy(() -> baseline(Map.of("times", "100"))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> runs.baseline(world.twin.today("ona"), "no-such", Map.of()))
        .isInstanceOf(BadInput.class);
  }

  /// Counts stops, in parallel parts; 13 makes it fail, 14 makes it read what it must not.
  @Test
  void visitorsTogetherAndEachPersonHaveABoundOfWaitingRuns() {
    var waiting =
        new Runs(
            DATABASE.dataSource(),
            world.clock,
            world.twin,
            new Models(List.of(model)),
            nobodyComputes -> {},
            CurrentPerson.ofRequests());
    fill(waiting, 1, Runs.MOST_WAITING_OF_VISITORS);
    assertThat(ask(waiting, 1).state()).as("one that waits already").isEqualTo(State.QUEUED);
    var ann = new Person("ann", "Ann", Set.of(Role.RESIDENT));
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(ann));
    try {
      assertThat(ask(waiting, 1).askedBy()).as("a person waits for it too").isEqualTo("ann");
      fill(waiting, 41, Runs.MOST_WAITING_OF_PERSON - 1);
    } finally {
      SecurityContextHolder.clearContext();
    }
    assertThat(ask(waiting, 98).askedBy()).as("one place was given up").isNull();
  }

  private static void fill(Runs waiting, int from, int number) {
    for (int i = from; i < from + number; i++) {
      ask(waiting, i);
    }
    assertThatThrownBy(() -> ask(waiting, from + number)).isInstanceOf(TryLater.class);
  }

  private static Run ask(Runs waiting, int times) {
    return waiting.baseline(
        new Snapshot("ona", AS_OF), "count", Map.of("times", String.valueOf(times)));
  }

  private static final class CountModel implements Model {

    static final Indicator STOPS =
        new Indicator("stops", "stops", "stops", Indicator.Better.HIGHER, new TreeMap<>());

    final AtomicInteger computed = new AtomicInteger();
    volatile CountDownLatch hold = new CountDownLatch(0);

    @Override
    public String id() {
      return "count";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("times", Parameter.Kind.WHOLE, 1L, "", 1, 99));
    }

    @Override
    public List<String> reads() {
      return List.of("stops");
    }

    @Override
    public List<Indicator> indicators() {
      return List.of(STOPS);
    }

    @Override
    public List<Class<?>> code() {
      return List.of(CountModel.class);
    }

    @Override
    public Results run(CityView city, Parameters parameters, RunContext context)
        throws InterruptedException {
      if (parameters.whole("times") == 13) {
        throw new IllegalStateException("a fault that the test wants");
      }
      if (parameters.whole("times") == 14) {
        city.features("zones");
      }
      hold.await();
      List<Callable<Integer>> parts =
          city.features("stops").stream().map(stop -> (Callable<Integer>) () -> 1).toList();
      int count = context.parallel(parts).stream().mapToInt(Integer::intValue).sum();
      computed.incrementAndGet();
      var values = new TreeMap<>(Map.of("city", (double) count * parameters.whole("times")));
      return new Results(new TreeMap<>(Map.of("stops", values)), new TreeMap<>());
    }
  }
}
