package eu.trama.city.transportcard.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who gets the card: who lives in the city, is 60 or has a certified disability of 33 %, and whose
/// household has at most the income that [Thresholds] says for its size.
///
/// ```java
/// Finding finding = new CardRule(thresholds).of(household);
/// ```
public final class CardRule {

  private final Thresholds thresholds;

  public CardRule(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /// Why something is so.
  public enum Ground {
    NOT_REGISTERED,
    NEITHER_AGE_NOR_DISABILITY,
    SIXTY,
    DISABILITY,
    LARGE_HOUSEHOLD,
    INCOME_WITHIN_FREE,
    INCOME_WITHIN_REDUCED,
    INCOME_ABOVE
  }

  /// @param cents the threshold that it is about; 0 where it is about none
  public record Reason(Ground ground, long cents) {
    static Reason of(Ground ground) {
      return new Reason(ground, 0);
    }
  }

  /// One answer that would have led to a better card.
  ///
  /// @param question name of the part of [Household]
  /// @param value it would have had to have: cents, a number, or `true`
  public record Change(String question, String value, Card card) {}

  /// What the rule finds.
  public record Finding(Card card, List<Reason> reasons, List<Change> changes) {}

  public Finding of(Household household) {
    List<Reason> reasons = reasons(household);
    Card card = card(household);
    return new Finding(card, reasons, changes(household, card));
  }

  /// The card alone.
  Card card(Household h) {
    if (!h.registered() || !(h.sixty() || h.disability())) {
      return Card.NONE;
    }
    Optional<Long> free = thresholds.free(h.members());
    Optional<Long> reduced = thresholds.reduced(h.members());
    if (free.isEmpty() || reduced.isEmpty()) {
      return Card.BY_HAND;
    }
    if (h.incomeCents() <= free.get()) {
      return Card.FREE;
    }
    return h.incomeCents() <= reduced.get() ? Card.REDUCED : Card.NONE;
  }

  /// Everything that stands in the way is said, not only the first of it.
  private List<Reason> reasons(Household h) {
    var reasons = new ArrayList<Reason>();
    if (!h.registered()) {
      reasons.add(Reason.of(Ground.NOT_REGISTERED));
    }
    if (!h.sixty() && !h.disability()) {
      reasons.add(Reason.of(Ground.NEITHER_AGE_NOR_DISABILITY));
    } else {
      reasons.add(Reason.of(h.sixty() ? Ground.SIXTY : Ground.DISABILITY));
    }
    Optional<Long> free = thresholds.free(h.members());
    Optional<Long> reduced = thresholds.reduced(h.members());
    if (free.isEmpty() || reduced.isEmpty()) {
      reasons.add(Reason.of(Ground.LARGE_HOUSEHOLD));
    } else if (h.incomeCents() <= free.get()) {
      reasons.add(new Reason(Ground.INCOME_WITHIN_FREE, free.get()));
    } else if (h.incomeCents() <= reduced.get()) {
      reasons.add(new Reason(Ground.INCOME_WITHIN_REDUCED, reduced.get()));
    } else {
      reasons.add(new Reason(Ground.INCOME_ABOVE, reduced.get()));
    }
    return List.copyOf(reasons);
  }

  /// Asks the rule again with one answer changed at a time, and keeps what leads to a better card.
  private List<Change> changes(Household h, Card now) {
    var changes = new ArrayList<Change>();
    tries(h)
        .forEach(each -> {
          Card then = card(each.household());
          if (then.compareTo(now) < 0 && then != Card.BY_HAND) {
            changes.add(new Change(each.question(), each.value(), then));
          }
        });
    return List.copyOf(changes);
  }

  private record Try(String question, String value, Household household) {}

  private List<Try> tries(Household h) {
    var tries = new ArrayList<Try>();
    tries.add(
        new Try(
            "registered",
            "true",
            new Household(true, h.sixty(), h.disability(), h.members(), h.incomeCents())));
    tries.add(
        new Try(
            "sixty",
            "true",
            new Household(h.registered(), true, h.disability(), h.members(), h.incomeCents())));
    tries.add(
        new Try(
            "disability",
            "true",
            new Household(h.registered(), h.sixty(), true, h.members(), h.incomeCents())));
    // The least change of income that reaches each card is its threshold.
    thresholds
        .reduced(h.members())
        .filter(t -> t < h.incomeCents())
        .ifPresent(t -> tries.add(new Try("income", String.valueOf(t), h.withIncome(t))));
    thresholds
        .free(h.members())
        .filter(t -> t < h.incomeCents())
        .ifPresent(t -> tries.add(new Try("income", String.valueOf(t), h.withIncome(t))));
    // The fewest members with which this income would do, for each better card.
    for (Card better : List.of(Card.REDUCED, Card.FREE)) {
      for (int members = h.members() + 1; members <= thresholds.mostMembers(); members++) {
        if (card(h.withMembers(members)) == better && card(h).compareTo(better) > 0) {
          tries.add(new Try("members", String.valueOf(members), h.withMembers(members)));
          break;
        }
      }
    }
    return tries;
  }
}
