package eu.trama.city.transportcard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.transportcard.rule.Card;
import eu.trama.city.transportcard.rule.CardRule;
import eu.trama.city.transportcard.rule.CardRule.Change;
import eu.trama.city.transportcard.rule.CardRule.Ground;
import eu.trama.city.transportcard.rule.CardRule.Reason;
import eu.trama.city.transportcard.rule.Household;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rule at its thresholds, by the table of the municipality's page.
class CardRuleTest {

  private static final CardRule RULE = new CardRule(ThresholdFile.read());

  private static Household household(int members, long cents) {
    return new Household(true, true, false, members, cents);
  }

  @ParameterizedTest
  @CsvSource({
    "1,  869946, FREE", "1,  869947, REDUCED", "1, 1739892, REDUCED", "1, 1739893, NONE",
    "2, 1739892, FREE", "2, 1739893, REDUCED", "2, 3479784, REDUCED", "2, 3479785, NONE",
    "3, 2609838, FREE", "3, 2609839, REDUCED", "3, 5219676, REDUCED", "3, 5219677, NONE",
    "4, 3479784, FREE", "4, 3479785, REDUCED", "4, 6959568, REDUCED", "4, 6959569, NONE",
    "5,       0, BY_HAND", "1, 0, FREE"
  })
  void thresholdsCountAndOneCentMoreDoesNot(int members, long cents, Card card) {
    assertThat(RULE.of(household(members, cents)).card()).isEqualTo(card);
  }

  @Test
  void ageOrDisabilityAndTheRegisterAreAskedFor() {
    assertThat(RULE.of(new Household(true, false, true, 1, 0)).card()).isEqualTo(Card.FREE);
    var young = RULE.of(new Household(true, false, false, 1, 0));
    assertThat(young.card()).isEqualTo(Card.NONE);
    assertThat(young.changes())
        .containsExactly(
            new Change("sixty", "true", Card.FREE), new Change("disability", "true", Card.FREE));
    var elsewhere = RULE.of(new Household(false, true, false, 1, 0));
    assertThat(elsewhere.reasons().getFirst().ground()).isEqualTo(Ground.NOT_REGISTERED);
    assertThat(elsewhere.changes()).containsExactly(new Change("registered", "true", Card.FREE));
  }

  @Test
  void saysWhichThresholdAndWhatWouldHaveChangedIt() {
    var finding = RULE.of(household(1, 1_739_893));
    assertThat(finding.reasons())
        .containsExactly(new Reason(Ground.SIXTY, 0), new Reason(Ground.INCOME_ABOVE, 1_739_892));
    assertThat(finding.changes())
        .containsExactly(
            new Change("income", "1739892", Card.REDUCED),
            new Change("income", "869946", Card.FREE),
            new Change("members", "2", Card.REDUCED),
            new Change("members", "3", Card.FREE));
  }

  /// Each counterfactual, put to the rule, gives the card that it promises; one cent more of income
  /// does not, so that it is the least change.
  @Test
  void everyChangeKeepsItsPromiseAndIsTheLeast() {
    var random = new Random(7);
    int promised = 0;
    for (int i = 0; i < 20_000; i++) {
      var h =
          new Household(
              random.nextInt(5) > 0,
              random.nextBoolean(),
              random.nextInt(4) == 0,
              1 + random.nextInt(5),
              random.nextLong(9_000_000));
      for (Change change : RULE.of(h).changes()) {
        promised++;
        assertThat(RULE.of(changed(h, change, 0)).card())
            .as("%s %s", h, change)
            .isEqualTo(change.card());
        assertThat(change.card()).isLessThan(RULE.of(h).card());
        if (change.question().equals("income")) {
          assertThat(RULE.of(changed(h, change, 1)).card()).isGreaterThan(change.card());
        }
        if (change.question().equals("members")) {
          assertThat(RULE.of(changed(h, change, -1)).card()).isGreaterThan(change.card());
        }
      }
    }
    assertThat(promised).isGreaterThan(10_000);
  }

  private static Household changed(Household h, Change change, int by) {
    return switch (change.question()) {
      case "registered" ->
          new Household(true, h.sixty(), h.disability(), h.members(), h.incomeCents());
      case "sixty" ->
          new Household(h.registered(), true, h.disability(), h.members(), h.incomeCents());
      case "disability" ->
          new Household(h.registered(), h.sixty(), true, h.members(), h.incomeCents());
      case "members" ->
          new Household(
              h.registered(),
              h.sixty(),
              h.disability(),
              Integer.parseInt(change.value()) + by,
              h.incomeCents());
      case "income" ->
          new Household(
              h.registered(),
              h.sixty(),
              h.disability(),
              h.members(),
              Long.parseLong(change.value()) + by);
      default -> throw new AssertionError(change.question());
    };
  }

  /// What the public entry says of fairness: age and disability count alike.
  @Test
  void exchangingAgeForDisabilityChangesNothing() {
    var random = new Random(13);
    for (int i = 0; i < 20_000; i++) {
      int members = 1 + random.nextInt(5);
      long cents = random.nextLong(9_000_000);
      boolean here = random.nextInt(5) > 0;
      assertThat(RULE.of(new Household(here, true, false, members, cents)).card())
          .isEqualTo(RULE.of(new Household(here, false, true, members, cents)).card());
    }
  }

  /// Witness: the whole rule once more, written from the page's table in euros.
  @Test
  void agreesWithTheTableReadAnotherWay() {
    double[] free = {8699.46, 17398.92, 26098.38, 34797.84};
    double[] reduced = {17398.92, 34797.84, 52196.76, 69595.68};
    var random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      int members = 1 + random.nextInt(4);
      long cents = random.nextLong(8_000_000);
      double euros = cents / 100.0;
      Card expected =
          euros <= free[members - 1]
              ? Card.FREE
              : euros <= reduced[members - 1] ? Card.REDUCED : Card.NONE;
      assertThat(RULE.of(household(members, cents)).card()).isEqualTo(expected);
    }
  }
}
