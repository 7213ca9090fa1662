package eu.trama.city.algorithms.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nobody is known by what is shown, even to somebody who knows the totals.
class HiddenRowsTest {

  @Test
  void aSmallCellHidesItsRowAndOneMore() {
    var rows = List.of(List.of(3L, 40L), List.of(50L, 60L), List.of(20L, 30L));
    assertThat(HiddenRows.of(rows)).containsExactlyInAnyOrder(0, 2);
  }

  @Test
  void nothingSmallHidesNothing() {
    assertThat(HiddenRows.of(List.of(List.of(5L, 0L), List.of(9L, 12L)))).isEmpty();
    assertThat(HiddenRows.of(List.of())).isEmpty();
  }

  @Test
  void whereOnlyTwoGroupsAreBothAreHidden() {
    assertThat(HiddenRows.of(List.of(List.of(1L, 9L), List.of(500L, 600L))))
        .containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void aGroupOfNobodyDoesNotHideAnother() {
    assertThat(HiddenRows.of(List.of(List.of(2L, 9L), List.of(0L, 0L), List.of(30L, 40L))))
        .contains(0, 2);
  }

  /// The attacker subtracts what is shown from the totals. What remains is of nobody, of five or
  /// more, or of all groups together, and never of one group alone.
  @Test
  void whatCanBeWorkedOutIsNeverOfAFew() {
    var random = new Random(17);
    int hid = 0;
    int showed = 0;
    for (int i = 0; i < 20_000; i++) {
      var rows = new ArrayList<List<Long>>();
      int columns = 2 + random.nextInt(3);
      int most = random.nextBoolean() ? 12 : 200;
      for (int row = 0; row < 1 + random.nextInt(7); row++) {
        rows.add(random.longs(columns, 0, most).boxed().toList());
      }
      Set<Integer> hidden = HiddenRows.of(rows);
      hid += hidden.isEmpty() ? 0 : 1;
      showed += hidden.size() < rows.size() ? 1 : 0;
      for (int row = 0; row < rows.size(); row++) {
        if (!hidden.contains(row)) {
          assertThat(rows.get(row)).noneMatch(n -> n > 0 && n < 5);
        }
      }
      if (!hidden.isEmpty() && hidden.size() < rows.size()) {
        assertThat(hidden.size()).as("%s", rows).isGreaterThan(1);
        for (int column = 0; column < columns; column++) {
          long remains = 0;
          for (int row : hidden) {
            remains += rows.get(row).get(column);
          }
          assertThat(remains == 0 || remains >= 5).as("%s hides %s", rows, hidden).isTrue();
        }
      }
    }
    assertThat(hid).isGreaterThan(5_000);
    assertThat(showed).isGreaterThan(5_000);
  }
}
