package eu.trama.city.twin;

import static eu.trama.city.twin.TestTwin.stop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class ScenariosTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private TestTwin world;

  @BeforeEach
  void aCityWithTwoStops() {
    JdbcClient.create(DATABASE.dataSource()).sql("truncate twin.city cascade").update();
    world = new TestTwin(DATABASE.dataSource());
    world.publish("s", Instant.EPOCH, List.of(stop("a", "Sants"), stop("b", "Clot")));
  }

  private Scenario scenario(Edit... edits) {
    return world.scenarios.create(world.twin.today("ona"), "Trial", "", List.of(edits));
  }

  private List<String> stops(Scenario scenario) {
    return world.scenarios.view(scenario).features("stops").stream().map(Feature::id).toList();
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            BadInput.class, e -> assertThat(e.findings().getFirst().code()).isEqualTo(code));
  }

  @Test
  void editsChangeTheScenarioAndNotTheCity() {
    var scenario = scenario(new Edit.Remove("stops", "a"), new Edit.Add(stop("c", "New")));
    assertThat(stops(scenario)).containsExactly("b", "c");
    assertThat(world.twin.features(world.twin.today("ona"), "stops")).hasSize(2);
  }

  @Test
  void aLaterImportDoesNotChangeAScenario() {
    var scenario = scenario();
    world.publish("s", Instant.EPOCH, List.of(stop("z", "Other")));
    assertThat(stops(scenario)).containsExactly("a", "b");
  }

  @Test
  void undoAndRedoWalkTheSteps() {
    var scenario = scenario(new Edit.Remove("stops", "a"));
    String id = scenario.id();
    world.scenarios.edit(id, new Edit.Remove("stops", "b"));
    assertThat(stops(world.scenarios.undo(id))).containsExactly("b");
    assertThat(stops(world.scenarios.undo(id))).containsExactly("a", "b");
    assertThat(world.scenarios.undo(id).edits()).isEmpty();
    assertThat(stops(world.scenarios.redo(id))).containsExactly("b");
    assertThat(stops(world.scenarios.redo(id))).isEmpty();
    assertThat(world.scenarios.redo(id).undone()).isZero();
  }

  @Test
  void aNewStepAfterUndoForgetsTheUndone() {
    var scenario = scenario(new Edit.Remove("stops", "a"));
    world.scenarios.undo(scenario.id());
    var changed = world.scenarios.edit(scenario.id(), new Edit.Remove("stops", "b"));
    assertThat(changed.undone()).isZero();
    assertThat(stops(world.scenarios.redo(scenario.id()))).containsExactly("a");
  }

  @Test
  void refusesStepsThatDoNotFit() {
    refused("id-unknown", () -> scenario(new Edit.Remove("stops", "x")));
    refused("id-taken", () -> scenario(new Edit.Add(stop("a", "again"))));
    refused("layer-unknown", () -> scenario(new Edit.Remove("rivers", "a")));
    refused(
        "property-type",
        () -> scenario(new Edit.Change("stops", "a", null, Properties.of(Map.of("name", 7)))));
    var line =
        new Feature(
            "lines",
            "n",
            null,
            Properties.of(Map.of("name", "N", "mode", "bus", "stops", List.of("a", "nowhere"))));
    refused("reference-unknown", () -> scenario(new Edit.Add(line)));
    refused(
        "name-length", () -> world.scenarios.create(world.twin.today("ona"), " ", "", List.of()));
  }

  @Test
  void aRefusedStepLeavesTheScenarioAsItWas() {
    var scenario = scenario(new Edit.Remove("stops", "a"));
    refused("id-unknown", () -> world.scenarios.edit(scenario.id(), new Edit.Remove("stops", "a")));
    assertThat(world.scenarios.find(scenario.id()).orElseThrow().edits()).hasSize(1);
  }

  @Test
  void aStepAndItsOppositeAreNoChange() {
    var scenario =
        scenario(
            new Edit.Change("stops", "a", null, Properties.of(Map.of("name", "x"))),
            new Edit.Change("stops", "a", null, Properties.of(Map.of("name", "Sants"))),
            new Edit.Add(stop("c", "New")),
            new Edit.Remove("stops", "c"));
    assertThat(world.scenarios.view(scenario).changedLayers()).isEmpty();
  }

  @Test
  void aDiffNamesWhatIsDifferent() {
    var one = scenario(new Edit.Remove("stops", "a"));
    var other =
        scenario(
            new Edit.Remove("stops", "a"),
            new Edit.Change("stops", "b", null, Properties.of(Map.of("name", "x"))));
    var diff = ScenarioDiff.of(world.scenarios.view(one), world.scenarios.view(other));
    assertThat(diff.differences())
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.id()).isEqualTo("b");
          assertThat(difference.properties()).containsExactly("name");
        });
  }

  @Test
  void aFileFromAnotherTwinIsLaidOverTheCityOfToday() {
    var before = new AsOf(Instant.EPOCH, Instant.EPOCH);
    var content =
        new ScenarioJson.Content(
            "ona",
            Map.of("", "Travelled"),
            Map.of(),
            before,
            List.of(new ScenarioStep.Exact(new Edit.Remove("stops", "a"))));
    assertThat(stops(world.scenarios.adopt(content, "ca"))).containsExactly("b");
  }

  /// One file fits cities that name their things differently.
  @Test
  void aStepMayNameFeaturesByWhatTheyAre() {
    var steps =
        """
        {"trama":"scenario/1","city":"ona","name":"Closed","edits":[
          {"op":"remove","layer":"stops","where":{"name":"%s"}%s}]}
        """;
    var sants = ScenarioJson.read(steps.formatted("Sants", ""), "file");
    assertThat(stops(world.scenarios.adopt(sants, "en"))).containsExactly("b");
    var nowhere = ScenarioJson.read(steps.formatted("Nowhere", ""), "file");
    refused("step-finds-nothing", () -> world.scenarios.adopt(nowhere, "en"));
    var perhaps = ScenarioJson.read(steps.formatted("Nowhere", ",\"optional\":true"), "file");
    assertThat(stops(world.scenarios.adopt(perhaps, "en"))).containsExactly("a", "b");
  }

  @Test
  void aFileKeepsTheSnapshotThatItNames() {
    AsOf then = world.twin.today("ona").asOf();
    world.publish("s", Instant.EPOCH, List.of(stop("z", "Other")));
    var content = new ScenarioJson.Content("ona", Map.of("", "Kept"), Map.of(), then, List.of());
    assertThat(stops(world.scenarios.adopt(content, "ca"))).containsExactly("a", "b");
  }

  @Test
  void aBranchGoesItsOwnWay() {
    var parent = scenario(new Edit.Remove("stops", "a"));
    var branch = world.scenarios.branch(parent, "Branch");
    world.scenarios.undo(branch.id());
    assertThat(branch.parent()).isEqualTo(parent.id());
    assertThat(world.scenarios.find(parent.id()).orElseThrow().edits()).hasSize(1);
  }

  /// Random steps, undo and redo against a list and a stack.
  @Test
  void agreesWithAListAndAStack() {
    var random = new Random(7);
    var scenario = scenario();
    var done = new ArrayList<Edit>();
    Deque<Edit> undone = new ArrayDeque<>();
    for (int step = 0; step < 120; step++) {
      switch (random.nextInt(3)) {
        case 0 -> {
          var edit = new Edit.Add(stop("n" + step, "New"));
          world.scenarios.edit(scenario.id(), edit);
          done.add(edit);
          undone.clear();
        }
        case 1 -> {
          world.scenarios.undo(scenario.id());
          if (!done.isEmpty()) {
            undone.push(done.removeLast());
          }
        }
        default -> {
          world.scenarios.redo(scenario.id());
          if (!undone.isEmpty()) {
            done.add(undone.pop());
          }
        }
      }
      var now = world.scenarios.find(scenario.id()).orElseThrow();
      assertThat(now.edits()).isEqualTo(done);
      assertThat(now.undone()).isEqualTo(undone.size());
    }
  }
}
