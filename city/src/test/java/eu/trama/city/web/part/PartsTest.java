package eu.trama.city.web.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.web.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {

  @ParameterizedTest
  @CsvSource({
    "1,1,'1'",
    "1,3,'1 2 3'",
    "4,12,'1 … 3 4 5 … 12'",
    "2,12,'1 2 3 … 12'",
    "12,12,'1 … 11 12'"
  })
  void aLongListShowsItsEndsAndWhatIsNear(int page, int pages, String shown) {
    var links = new Paging(page, pages, p -> "?page=" + p).links();
    assertThat(String.join(" ", links.stream().map(Link::label).toList())).isEqualTo(shown);
    assertThat(links.stream().filter(Link::current).map(Link::href))
        .containsExactly("?page=" + page);
  }

  @ParameterizedTest
  @CsvSource({
    "add,d,'a b c d'",
    "add,b,'a b c'",
    "add,'','a b c'",
    "up:2,'','a c b'",
    "up:0,'','a b c'",
    "remove:1,'','a c'",
    "remove:9,'','a b c'",
    "remove:-1,'','a b c'",
    "burn:1,'','a b c'"
  })
  void aStepChangesAChoice(String step, String chosen, String after) {
    var picks = new Picks(List.of("a", "b", "c")).after(step, chosen);
    assertThat(String.join(" ", picks.ids())).isEqualTo(after);
  }

  @Test
  void aRowHasACellForEachColumn() {
    var columns = List.of(DataTable.Column.text("Zone"), DataTable.Column.number("People"));
    var rows = List.of(DataTable.Row.of("08", "Gràcia"));
    assertThatThrownBy(() -> new DataTable("zones", "Zones", columns, rows, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("08");
  }

  @Test
  void anErrorStandsWithItsField() {
    var errors = List.of(new FormError("minutes", "Enter the minutes"));
    var field = Field.of("minutes", Field.Kind.NUMBER, "Minutes").hint("whole").checked(errors);
    assertThat(field.wrong()).isTrue();
    assertThat(field.describedBy()).isEqualTo("minutes-hint minutes-error");
    assertThat(Field.of("line", Field.Kind.TEXT, "Line").checked(errors).describedBy()).isNull();
  }
}
