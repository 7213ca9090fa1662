package eu.trama.city.algorithms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.Monitored;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Counts.Decided;
import eu.trama.city.algorithms.monitoring.Counts.Known;
import eu.trama.city.algorithms.monitoring.Tally.Source;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.web.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A made-up rule set that says yes, no or leaves it to a human, over two groups.
class JudgingTest {

  private static final Month MAY = Month.read("2026-05").orElseThrow();
  private static final Month JUNE = Month.read("2026-06").orElseThrow();
  private static final Monitored COUNTED = new YesOrNo();

  private record YesOrNo() implements Monitored {
    @Override
    public List<Attribute> attributes() {
      return List.of(new Attribute("shore", List.of("left", "right")));
    }

    @Override
    public List<Input> inputs() {
      return List.of(new Input("age", List.of(20.0, 40.0, 60.0)));
    }

    @Override
    public String group(String attribute, Map<String, String> answers) {
      return answers.getOrDefault("shore", "left");
    }

    @Override
    public double value(String input, Map<String, String> answers) {
      return 0;
    }

    @Override
    public Optional<Boolean> favours(String outcome) {
      return outcome.equals("human") ? Optional.empty() : Optional.of(outcome.equals("yes"));
    }

    @Override
    public String attribute(Words words, String attribute) {
      return attribute;
    }

    @Override
    public String group(Words words, String attribute, String group) {
      return group;
    }

    @Override
    public String input(Words words, String input) {
      return input;
    }
  }

  private static Threshold threshold(Measure measure, String of, double limit, int cases) {
    return new Threshold(measure, of, limit, cases, "law");
  }

  private static Counts decided(long leftYes, long leftNo, long rightYes, long rightNo) {
    return new Counts(
        JUNE,
        List.of(
            new Decided("shore", "left", "yes", leftYes),
            new Decided("shore", "left", "no", leftNo),
            new Decided("shore", "left", "human", 1_000),
            new Decided("shore", "right", "yes", rightYes),
            new Decided("shore", "right", "no", rightNo)),
        List.of(),
        Map.of());
  }

  private static State judge(Counts counts, Threshold threshold) {
    return new Judging(COUNTED, counts, Optional.empty()).of(threshold).state();
  }

  @Test
  void selectionRatio() {
    var fourFifths = threshold(Measure.SELECTION_RATIO, "shore", 0.8, 50);
    assertThat(judge(decided(50, 50, 49, 51), fourFifths)).isEqualTo(State.HELD);
    assertThat(judge(decided(50, 50, 35, 65), fourFifths)).isEqualTo(State.DOUBT);
    assertThat(judge(decided(50, 50, 10, 90), fourFifths)).isEqualTo(State.BROKEN);
    assertThat(judge(decided(50, 50, 0, 100), fourFifths)).isEqualTo(State.BROKEN);
    // What is left to a human is in no share, and does not make the cases enough.
    assertThat(judge(decided(20, 20, 10, 90), fourFifths)).isEqualTo(State.FEW);
    assertThat(judge(decided(0, 100, 0, 100), fourFifths)).isEqualTo(State.HELD);
    var finding = new Judging(COUNTED, decided(50, 50, 10, 90), Optional.empty()).of(fourFifths);
    assertThat(finding.value()).isEqualTo(0.2);
    assertThat(finding.cases()).isEqualTo(100);
    assertThat(finding.month()).isEqualTo("2026-06");
  }

  private static Counts known(String group, long yesYes, long yesNo, long noNo, long noYes) {
    var known = new ArrayList<Known>();
    for (var under : List.of(List.of("", ""), List.of("shore", group))) {
      known.add(known(under, "yes", "yes", yesYes));
      known.add(known(under, "yes", "no", yesNo));
      known.add(known(under, "no", "no", noNo));
      known.add(known(under, "no", "yes", noYes));
      known.add(known(under, "human", "yes", 700));
    }
    known.add(new Known(Source.OBJECTION, "", "", "no", "yes", true, 30));
    known.add(new Known(Source.OBJECTION, "", "", "no", "no", false, 10));
    return new Counts(JUNE, List.of(), known, Map.of());
  }

  private static Known known(List<String> under, String decided, String truth, long n) {
    return new Known(
        Source.SAMPLE, under.get(0), under.get(1), decided, truth, !decided.equals(truth), n);
  }

  @Test
  void errorsOfTheSampleAndObjectionsApart() {
    var counts = known("left", 40, 5, 60, 20);
    var errors = counts.errors(COUNTED, "", "");
    assertThat(errors.cells()).containsExactly(40L, 5L, 60L, 20L);
    assertThat(errors.falseNegative().orElseThrow().value()).isEqualTo(20.0 / 60);
    assertThat(errors.falsePositive().orElseThrow().value()).isEqualTo(5.0 / 65);
    assertThat(errors.rightAmongFavoured().orElseThrow().value()).isEqualTo(40.0 / 45);
    assertThat(errors.rightAmongRefused().orElseThrow().value()).isEqualTo(60.0 / 80);
    assertThat(counts.upheld().orElseThrow().value()).isEqualTo(0.75);
    assertThat(judge(counts, threshold(Measure.FALSE_NEGATIVE, "", 0.05, 30)))
        .isEqualTo(State.BROKEN);
    assertThat(judge(counts, threshold(Measure.FALSE_NEGATIVE, "", 0.05, 61))).isEqualTo(State.FEW);
    assertThat(judge(counts, threshold(Measure.FALSE_NEGATIVE, "", 0.3, 30)))
        .isEqualTo(State.DOUBT);
    assertThat(judge(counts, threshold(Measure.FALSE_POSITIVE, "", 0.1, 30))).isEqualTo(State.HELD);
    assertThat(judge(counts, threshold(Measure.UPHELD, "", 0.3, 20))).isEqualTo(State.BROKEN);
    assertThat(judge(counts, threshold(Measure.UPHELD, "", 0.3, 41))).isEqualTo(State.FEW);
    // One group alone has no gap to another.
    assertThat(judge(counts, threshold(Measure.FALSE_NEGATIVE_GAP, "shore", 0.05, 20)))
        .isEqualTo(State.FEW);
  }

  @Test
  void gapBetweenGroups() {
    var both = new ArrayList<>(known("left", 60, 0, 60, 0).known());
    both.addAll(known("right", 30, 0, 60, 30).known());
    var counts = new Counts(JUNE, List.of(), both, Map.of());
    var threshold = threshold(Measure.FALSE_NEGATIVE_GAP, "shore", 0.05, 30);
    assertThat(judge(counts, threshold)).isEqualTo(State.BROKEN);
    assertThat(new Judging(COUNTED, counts, Optional.empty()).of(threshold).value()).isEqualTo(0.5);
  }

  private static Counts ages(Month month, long... counts) {
    Map<Integer, Long> bins = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      bins.put(i, counts[i]);
    }
    return new Counts(
        month, List.of(), List.of(), Map.of(Counts.series(COUNTED.inputs().getFirst()), bins));
  }

  @Test
  void drift() {
    var reference = Optional.of(ages(MAY, 100, 100, 100, 100));
    for (var measure : List.of(Measure.PSI, Measure.KS)) {
      var threshold = threshold(measure, "age", measure == Measure.PSI ? 0.25 : 0.2, 100);
      var same = new Judging(COUNTED, ages(JUNE, 101, 99, 103, 97), reference);
      assertThat(same.of(threshold).state()).isEqualTo(State.HELD);
      var moved = new Judging(COUNTED, ages(JUNE, 10, 20, 70, 300), reference);
      assertThat(moved.of(threshold).state()).isEqualTo(State.BROKEN);
      var little = new Judging(COUNTED, ages(JUNE, 1, 2, 7, 30), reference);
      assertThat(little.of(threshold).state()).isEqualTo(State.FEW);
      assertThat(judge(ages(JUNE, 10, 20, 70, 300), threshold)).isEqualTo(State.FEW);
      var itself = new Judging(COUNTED, ages(MAY, 10, 20, 70, 300), reference);
      assertThat(itself.of(threshold).state()).isEqualTo(State.FEW);
    }
  }

  @Test
  void anEvaluationPassesWithFiguresOfWhichNoneIsBroken() {
    var threshold = threshold(Measure.UPHELD, "", 0.3, 20);
    assertThat(evaluation(threshold, State.FEW).passed()).isFalse();
    assertThat(evaluation(threshold, State.FEW, State.HELD).passed()).isTrue();
    assertThat(evaluation(threshold, State.BROKEN, State.HELD).passed()).isFalse();
    assertThat(evaluation(threshold, State.HELD).hash())
        .isNotEqualTo(evaluation(threshold, State.DOUBT).hash());
  }

  private static Evaluation evaluation(Threshold threshold, State... states) {
    return new Evaluation(
        "v",
        java.time.Instant.EPOCH,
        java.util.Arrays.stream(states)
            .map(s -> new Threshold.Finding(threshold, s, 0, 0, 0, 1, "2026-06"))
            .toList());
  }

  private static final String GOOD =
      """
      system: it
      thresholds:
        - {measure: psi, of: age, at-most: 0.25, cases: 200, law: Art. 72}
      """;

  @Test
  void plansAreRead() {
    Plan plan = PlanReader.read("it.yaml", GOOD);
    assertThat(plan.system()).isEqualTo(new SystemId("it"));
    assertThat(plan.thresholds())
        .containsExactly(new Threshold(Measure.PSI, "age", 0.25, 200, "Art. 72"));
    plan.requireCounted(COUNTED);
    assertThatThrownBy(() -> plan.requireCounted(Monitored.NOTHING))
        .hasMessageContaining("counts no age");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psi~psy",
        "of: age, ~",
        "at-most: 0.25~at-least: 0.25",
        "cases: 200~cases: 19",
        "cases: 200~cases: many",
        ", law: Art. 72~",
        "0.25~11",
        "0.25~-1",
        "0.25~.nan",
        "system: it~system: I T",
        "thresholds:~limits:",
        "measure: psi, of: age~measure: upheld, of: age",
        "{measure~[measure",
        "system: it~system: it\nsystem: it: it"
      })
  void faultsOfPlansAreNamed(String change) {
    String[] parts = change.split("~", -1);
    assertThatThrownBy(() -> PlanReader.read("it.yaml", GOOD.replace(parts[0], parts[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it.yaml: ");
  }

  @Test
  void aThresholdTwiceIsRefused() {
    String twice = GOOD + GOOD.lines().skip(2).findFirst().orElseThrow() + "\n";
    assertThatThrownBy(() -> PlanReader.read("it.yaml", twice)).hasMessageContaining("twice");
  }
}
