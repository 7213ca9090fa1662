package eu.trama.city.algorithms.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.decisions.LegalTerms.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Terms by the calendar (worked out by hand), and which counts are hidden.
class LegalTermsTest {

  @ParameterizedTest
  @CsvSource({
    // Tuesday to Thursday.
    "2026-11-24T10:00:00Z, 2026-12-24",
    // 31 January has no counterpart; 28 February 2026 is a Saturday.
    "2026-01-31T10:00:00Z, 2026-03-02",
    // 11 October 2026 is a Sunday.
    "2026-09-11T10:00:00Z, 2026-10-12",
    // Half an hour before midnight in London is the next day in Barcelona.
    "2026-11-24T23:30:00Z, 2026-12-25"
  })
  void aMonthAsTheLawCountsIt(Instant from, LocalDate last) {
    assertThat(LegalTerms.lastDay(from, new Term(1, "", ""))).isEqualTo(last);
  }

  @Test
  void aMissingTermStopsTheServer() {
    assertThatThrownBy(() -> LegalTerms.read("term,months,law,href\nlodge,1,x,y\n"))
        .hasMessageContaining("answer");
  }

  private static List<OptionalLong> shown(Long... parts) {
    return SmallCells.shown(List.of(parts));
  }

  private static final OptionalLong HIDDEN = OptionalLong.empty();

  private static OptionalLong n(long count) {
    return OptionalLong.of(count);
  }

  @Test
  void fewPeopleAreNotCountedInPublic() {
    assertThat(shown(10L, 20L, 0L)).containsExactly(n(10), n(20), n(0));
    // The 3 alone could be worked out from the total: the 10 goes, too.
    assertThat(shown(10L, 20L, 3L)).containsExactly(HIDDEN, n(20), HIDDEN);
    assertThat(shown(20L, 3L, 0L)).containsExactly(HIDDEN, HIDDEN, n(0));
    assertThat(shown(4L, 2L, 30L)).containsExactly(HIDDEN, HIDDEN, n(30));
    assertThat(shown(5L, 0L)).containsExactly(n(5), n(0));
    assertThat(SmallCells.shown(4)).isEmpty();
    assertThat(SmallCells.shown(5)).hasValue(5);
  }
}
