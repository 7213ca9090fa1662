package eu.trama.city.twin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MomentTest {

  private static final City ONA =
      new City(
          "ona",
          "Ona",
          "ES",
          ZoneId.of("Europe/Madrid"),
          25831,
          41.4,
          2.15,
          12,
          List.of("ca"),
          "EUR");
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final AsOf TODAY = new AsOf(NOW, NOW);

  @Test
  void aDayStandsForItsLastInstantByTheCitysClock() {
    AsOf asOf = new Moment("2026-01-31", "").in(ONA, TODAY);
    assertThat(asOf.valid()).isEqualTo(Instant.parse("2026-01-31T22:59:59.999999Z"));
    assertThat(asOf.known()).isEqualTo(NOW);
  }

  @Test
  void onlyTwoPastTimesFixAnAnswerForEver() {
    var both = new Moment("2026-01-31", "2026-02-01");
    assertThat(both.fixed(both.in(ONA, TODAY), TODAY)).isTrue();
    var future = new Moment("2026-01-31", "2027-01-01");
    assertThat(future.fixed(future.in(ONA, TODAY), TODAY)).isFalse();
    var one = new Moment("2026-01-31", "");
    assertThat(one.fixed(one.in(ONA, TODAY), TODAY)).isFalse();
  }

  @Test
  void anotherTextIsRefusedWithAHint() {
    assertThatThrownBy(() -> new Moment("31/01/2026", "").in(ONA, TODAY))
        .isInstanceOfSatisfying(
            BadInput.class,
            refused -> {
              assertThat(refused.findings().getFirst().field()).isEqualTo("valid");
              assertThat(refused.findings().getFirst().advice()).contains("2026-01-31");
            });
  }
}
