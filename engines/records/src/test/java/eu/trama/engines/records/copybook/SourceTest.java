package eu.trama.engines.records.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.findings.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What stands around the words: columns, comments, continuations, COPY; and what errors say.
class SourceTest {
  private static CopybookReading read(String text, Map<String, String> members) {
    return CopybookParser.parse(
        "a.cpy",
        text,
        CopybookOptions.zos(),
        (member, library) -> Optional.ofNullable(members.get(member)));
  }

  private static Item only(String text) {
    CopybookReading reading = read(text, Map.of());
    assertThat(reading.findings().kept()).isEmpty();
    return reading.orThrow().records().getFirst();
  }

  @Test
  void fixedFormatHasColumns() {
    Item record =
        only(
            """
            000100 01  R.                                                           IDENT001
            000200*    A comment. 05 NOT PIC X.
            000300     05  A-LONG-                                                  IDENT002
            000400-        NAME PIC X(3).
            000500D    05  DEBUGGING PIC X.
            000600     05  B PIC X VALUE 'IT''S OPEN                                IDENT003
            000700-    ' AND CLOSED'.  *> inline. 05 C PIC X.
            000800/
                       88  B-SET VALUE 'A' THRU 'C' 'X'.
            """);
    assertThat(record.children()).extracting(Item::name).containsExactly("A-LONG-NAME", "B");
    Item b = record.children().get(1);
    assertThat(b.conditions().getFirst().ranges())
        .containsExactly(new Condition.Range("\"A", "\"C"), new Condition.Range("\"X", "\"X"));
    // Blanks up to column 72 belong to a literal that goes on.
    assertThat(b.value().orElseThrow()).startsWith("\"IT'S OPEN  ").endsWith("  AND CLOSED");
  }

  @Test
  void freeFormatIsDetected() {
    assertThat(only("01 R.\n05 A PIC X(2).\n*> note\n05 B PIC 9.\n").children()).hasSize(2);
  }

  @Test
  void copyReplacesWordsTagsAndPrefixes() {
    Map<String, String> members =
        Map.of(
            "PART",
            "       05 :T:-ID PIC 9(3).\n       05 OLD-NAME PIC X(20).\n       05 K-A PIC X.\n");
    CopybookReading reading =
        read(
            """
                   01  R.
                       COPY PART REPLACING ==:T:== BY ==CUST==
                          ==PIC X(20)== BY ==PIC X(30)== OLD-NAME BY NEW-NAME
                          LEADING ==K== BY ==KEY==.
            """,
            members);
    List<Item> items = reading.orThrow().records().getFirst().children();
    assertThat(items).extracting(Item::name).containsExactly("CUST-ID", "NEW-NAME", "KEY-A");
    assertThat(items.get(1).picture().orElseThrow().length()).isEqualTo(30);
  }

  @Test
  void aMemberThatCopiesItselfIsAFinding() {
    CopybookReading reading = read("       COPY A.", Map.of("A", "       COPY A. COPY A."));
    assertThat(reading.findings().counts()).containsKey("copy_too_deep");
  }

  @Test
  void decimalPointIsCommaAndCurrency() {
    Copybook copybook =
        read(
                """
                       SPECIAL-NAMES. DECIMAL-POINT IS COMMA CURRENCY SIGN IS 'L'.
                       01 R. 05 A PIC L.LL9,99.
                """,
                Map.of())
            .orThrow();
    Picture picture = copybook.records().getFirst().children().getFirst().picture().orElseThrow();
    assertThat(picture.scale()).isEqualTo(2);
    assertThat(picture.digits()).isEqualTo(5);
  }

  @Test
  void errorsNameLineAndColumn() {
    CopybookReading reading =
        read(
            """
                   01  R.
                       05  A PIC X(0).
                       05  B PIC S9(20) COMP.
                       05  C OCCURS 0 TO 3 DEPENDING ON NOBODY PIC X.
                       05  D REDEFINES A PIC X.
                       05  E PICTUR X.
            """,
            Map.of());
    assertThat(reading.copybook()).isEmpty();
    assertThat(reading.findings().kept())
        .extracting(Finding::code, Finding::line, Finding::column)
        .contains(
            org.assertj.core.groups.Tuple.tuple("bad_picture", 2, 22),
            org.assertj.core.groups.Tuple.tuple("binary_too_long", 3, 12),
            org.assertj.core.groups.Tuple.tuple("bad_redefines", 5, 12),
            org.assertj.core.groups.Tuple.tuple("unknown_clause", 6, 18));
  }

  @Test
  void aTableNeedsItsCount() {
    CopybookReading reading =
        read("       01 R. 05 C OCCURS 0 TO 3 DEPENDING ON NOBODY PIC X.", Map.of());
    assertThat(reading.findings().counts()).containsKey("count_not_found");
  }
}
