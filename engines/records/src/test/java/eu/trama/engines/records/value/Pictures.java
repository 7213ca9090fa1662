package eu.trama.engines.records.value;

import eu.trama.engines.records.copybook.Copybooks;
import eu.trama.engines.records.copybook.Dialect;
import java.util.List;

/// Fields described in a test.
final class Pictures {
  /// Descriptions that together have every usage, sign, scale and class.
  static final List<String> EVERY_USAGE =
      List.of(
          "PIC X(5)",
          "PIC A(3)",
          "PIC X(4) JUSTIFIED",
          "PIC XXBX/X",
          "PIC N(3)",
          "PIC G(2) DISPLAY-1",
          "PIC 9(5)",
          "PIC S9(5)",
          "PIC S9(3)V99",
          "PIC S9(18)",
          "PIC S9(31)",
          "PIC 9(38)",
          "PIC 9",
          "PIC S9(4) SIGN LEADING",
          "PIC S9(4) SIGN LEADING SEPARATE",
          "PIC S9(4) SIGN TRAILING SEPARATE",
          "PIC 9(3)P(2)",
          "PIC VP(3)9(2)",
          "PIC S9(5) COMP-3",
          "PIC 9(4) COMP-3",
          "PIC S9(4) COMP-3",
          "PIC S9(18) COMP-3",
          "PIC S9(31)V9(7) COMP-3",
          "PIC S9 COMP-3",
          "PIC 9(5) COMP-6",
          "PIC 9(20) COMP-6",
          "PIC S9(4) COMP",
          "PIC 9(4) COMP",
          "PIC S9(9) COMP",
          "PIC 9(9) COMP-5",
          "PIC S9(18) COMP-5",
          "PIC 9(18) COMP",
          "PIC S9(7)V99 BINARY",
          "PIC 9(18) COMP-5",
          "COMP-1",
          "COMP-2",
          "INDEX",
          "POINTER",
          "PIC Z(4)9",
          "PIC -(5)9.99",
          "PIC $$,$$9.99CR",
          "PIC **,**9.99",
          "PIC ZZ,ZZZ",
          "PIC 99/99/9999",
          "PIC +9(3)",
          "PIC Z(5) BLANK WHEN ZERO",
          "PIC +9.9(3)E+99",
          "PIC S9(4) SIGN LEADING SEPARATE USAGE NATIONAL",
          "PIC 9(4) USAGE NATIONAL",
          "PIC ZZ9.9 USAGE NATIONAL");

  private Pictures() {}

  static FieldCodec codec(String clauses, String page, Dialect dialect) {
    return FieldCodec.of(
        Copybooks.layout("01 R. 05 F " + clauses + ".", dialect).field("F"),
        Coding.of(page, dialect));
  }

  static FieldCodec codec(String clauses) {
    return codec(clauses, "037", Dialect.zos());
  }
}
