package eu.trama.engines.records.copybook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.RealData;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Places worked out on paper, or printed in IBM's manuals.
class LayoutTest {
  @Test
  void citizenRecord() throws Exception {
    String text = Files.readString(RealData.file("mainframe/citizen.cpy"));
    Copybook copybook =
        CopybookParser.parse("citizen.cpy", text, CopybookOptions.zos(), CopyLibrary.NONE)
            .orThrow();
    Layout layout = Layout.of(copybook.record("CITIZEN-REC"), copybook);
    assertThat(layout.least()).isEqualTo(141);
    assertThat(layout.most()).isEqualTo(309);
    assertThat(layout.field("CR-REVENUE").offset()).isEqualTo(113);
    assertThat(layout.field("CR-PAY-CODE").offset()).isEqualTo(151);
    assertThat(layout.listing()).contains("     141       14 group      05 CR-PAY");
  }

  @Test
  void everyUsageHasItsBytes() {
    Layout layout =
        Copybooks.zos(
            """
            01 R.
             05 A PIC S9(4) COMP. 05 B PIC 9(5) BINARY. 05 C PIC S9(18) COMP-4.
             05 D PIC S9(7)V99 COMP-3. 05 E PIC 9(8) PACKED-DECIMAL. 05 F PIC 9(7) COMP-6.
             05 G COMP-1. 05 H USAGE IS COMP-2. 05 I INDEX. 05 J POINTER.
             05 K PIC N(10). 05 L PIC G(3) DISPLAY-1. 05 M PIC S9(3) SIGN IS TRAILING SEPARATE.
             05 N PIC Z,ZZ9.99-. 05 O PIC 9(3)P(4). 05 P PIC 9(4) USAGE NATIONAL.
             05 Q PIC +9.9(3)E+99. 05 S PIC X(3)BX/X.
            """);
    assertThat(layout.fields().stream().skip(1).map(Field::length))
        .containsExactly(2, 4, 8, 5, 5, 4, 4, 8, 4, 4, 20, 6, 4, 9, 3, 8, 10, 7);
    assertThat(layout.field("O").item().picture().orElseThrow().scale()).isEqualTo(-4);
  }

  @Test
  void groupHandsItsUsageDown() {
    Layout layout = Copybooks.zos("01 R. 05 G COMP-3. 10 A PIC 9(3). 10 B PIC S9(5). 05 C PIC X.");
    assertThat(layout.field("A").item().usage()).isEqualTo(Usage.PACKED);
    assertThat(layout.field("C").offset()).isEqualTo(5);
  }

  /// Enterprise COBOL Language Reference, "Slack bytes within records": slack before the group
  /// whose first item is aligned, and after each occurrence of WORK-RECORD's table.
  @Test
  void slackBytesAsInTheManual() {
    Layout outer =
        Copybooks.zos("01 A. 05 M PIC X(5). 05 N PIC XX. 05 O. 10 P COMP PIC S9(6) SYNC.");
    assertThat(outer.field("O").offset()).isEqualTo(8);
    Layout table =
        Copybooks.zos(
            """
            01 W. 05 C PIC X. 05 T OCCURS 10. 10 Y PIC X. 10 P PIC S9(4)V99 COMP SYNC.
             10 H PIC S9(3) COMP SYNC. 10 N PIC X(5).
            """);
    assertThat(table.field("P").offset()).isEqualTo(4);
    assertThat(table.field("T").stride()).isEqualTo(16);
  }

  @Test
  void redefinitionsOfDifferentLengthsShareTheLongest() {
    Layout layout =
        Copybooks.zos(
            """
            01 R. 05 K PIC X. 05 A PIC X(4). 05 B REDEFINES A. 10 B1 PIC 9(6).
              10 B2 REDEFINES B1 PIC X(2). 05 C REDEFINES A PIC X. 05 Z PIC X.
            """);
    assertThat(layout.field("B2").offset()).isEqualTo(1);
    assertThat(layout.field("Z").offset()).isEqualTo(7);
  }

  @Test
  void tablesInTablesShrinkByTheirCounts() {
    Layout layout =
        Copybooks.zos(
            """
            01 R. 05 N PIC 9. 05 M PIC 9.
             05 T OCCURS 1 TO 3 DEPENDING ON N. 10 X PIC X(2).
                10 U OCCURS 0 TO 4 DEPENDING ON M. 15 V PIC X.
             05 TAIL PIC X(5).
            """);
    assertThat(layout.most()).isEqualTo(2 + 3 * 6 + 5);
    assertThat(layout.least()).isEqualTo(2 + 2 + 5);
    assertThat(layout.variable(layout.field("T"))).isTrue();
  }

  @Test
  void renamesGivesBytesAnotherName() {
    Layout layout =
        Copybooks.zos("01 R. 05 A PIC XX. 05 B PIC X(3). 05 C PIC X. 66 BC RENAMES B THRU C.");
    assertThat(layout.aliases()).hasSize(1);
    assertThat(layout.aliases().getFirst().offset()).isEqualTo(2);
    assertThat(layout.aliases().getFirst().length()).isEqualTo(4);
  }
}
