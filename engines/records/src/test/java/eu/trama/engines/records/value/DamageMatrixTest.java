package eu.trama.engines.records.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each usage against each kind of damage: what is found, and what value is still read.
class DamageMatrixTest {
  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # field                     | bytes              | status             | value
          # zoned
          PIC S9(3)                   | F1F2C3             | OK                 | 123
          PIC S9(3)                   | F1F2D3             | OK                 | -123
          PIC S9(3)                   | 404040             | BLANK              |
          PIC S9(3)                   | 000000             | LOW_VALUES         |
          PIC S9(3)                   | F140C3             | INVALID            |
          PIC S9(3)                   | F1F2FA             | INVALID            |
          PIC S9(3)                   | FFFFFF             | INVALID            |
          PIC S9(3)                   | F1F2F3             | NON_CANONICAL_SIGN | 123
          PIC S9(3)                   | F1F2A3             | NON_CANONICAL_SIGN | 123
          PIC S9(3)                   | F1F2B3             | NON_CANONICAL_SIGN | -123
          PIC S9(3)                   | F0F0D0             | NEGATIVE_ZERO      | 0
          PIC 9(3)                    | F1F2F3             | OK                 | 123
          PIC 9(3)                    | F1F2C3             | NON_CANONICAL_SIGN | 123
          PIC 9(3)                    | F1F2D3             | NON_CANONICAL_SIGN | -123
          PIC 9(3)                    | 40F2F3             | INVALID            |
          PIC S9(3) SIGN LEADING      | D1F2F3             | OK                 | -123
          PIC S9(3) SIGN LEADING      | F1F2D3             | INVALID            |
          PIC S99 SIGN LEADING SEPARATE  | 60F1F2          | OK                 | -12
          PIC S99 SIGN LEADING SEPARATE  | 40F1F2          | INVALID            |
          PIC S99 SIGN TRAILING SEPARATE | F0F060          | NEGATIVE_ZERO      | 0
          PIC S99 SIGN TRAILING SEPARATE | 404040          | BLANK              |
          PIC 9(2)P(3)                | F1F2               | OK                 | 12000
          PIC VPP99                   | F1F2               | OK                 | 0.0012
          # packed
          PIC S9(5) COMP-3            | 12345C             | OK                 | 12345
          PIC S9(5) COMP-3            | 12345D             | OK                 | -12345
          PIC S9(3)V99 COMP-3         | 12345D             | OK                 | -123.45
          PIC S9(5) COMP-3            | 404040             | BLANK              |
          PIC S9(5) COMP-3            | 000000             | LOW_VALUES         |
          PIC S9(5) COMP-3            | 1A345C             | INVALID            |
          PIC S9(5) COMP-3            | 123451             | INVALID            |
          PIC S9(5) COMP-3            | FFFFFF             | INVALID            |
          PIC S9(5) COMP-3            | 12345F             | NON_CANONICAL_SIGN | 12345
          PIC S9(5) COMP-3            | 12345B             | NON_CANONICAL_SIGN | -12345
          PIC S9(5) COMP-3            | 00000D             | NEGATIVE_ZERO      | 0
          PIC S9(4) COMP-3            | 12345C             | OVERFLOW           | 12345
          PIC 9(5) COMP-3             | 12345F             | OK                 | 12345
          PIC 9(5) COMP-3             | 12345C             | NON_CANONICAL_SIGN | 12345
          PIC 9(5) COMP-3             | 12345D             | NON_CANONICAL_SIGN | -12345
          PIC 9(3) COMP-6             | 0123               | OK                 | 123
          PIC 9(3) COMP-6             | 4123               | OVERFLOW           | 4123
          PIC 9(3) COMP-6             | 012C               | INVALID            |
          PIC 9(3) COMP-6             | 4040               | OVERFLOW           | 4040
          # binary: any bytes are a number
          PIC S9(4) COMP              | FFFE               | OK                 | -2
          PIC S9(4) COMP              | 4040               | OVERFLOW           | 16448
          PIC S9(4) COMP              | 8000               | OVERFLOW           | -32768
          PIC S9(4) COMP-5            | 8000               | OK                 | -32768
          PIC 9(4) COMP               | 0000               | OK                 | 0
          PIC 9(18) COMP              | FFFFFFFFFFFFFFFF   | OVERFLOW           | 18446744073709551615
          PIC 9(18) COMP-5            | FFFFFFFFFFFFFFFF   | OK                 | 18446744073709551615
          # floating: 118.625 is 76.A hexadecimal
          COMP-1                      | 4276A000           | OK                 | 118.625
          COMP-1                      | C276A000           | OK                 | -118.625
          COMP-1                      | 43076A00           | NON_CANONICAL      | 118.625
          COMP-1                      | 80000000           | NEGATIVE_ZERO      | 0
          COMP-1                      | 40000000           | NON_CANONICAL      | 0
          COMP-2                      | 4110000000000001   | OK                 | 1.0000000000000002220446049250313080847263336181640625
          # text
          PIC X(3)                    | C1C2C3             | OK                 | ABC
          PIC X(3)                    | 404040             | BLANK              | '   '
          PIC X(3)                    | 000000             | LOW_VALUES         |
          PIC N(2)                    | 00410042           | OK                 | AB
          PIC N(2)                    | D8000042           | INVALID            |
          PIC G(2) DISPLAY-1          | 41424344           | INVALID            |
          # edited
          PIC ZZ9.99-                 | 40F1F24BF3F460     | OK                 | -12.34
          PIC ZZ9.99-                 | F0F1F24BF3F460     | INVALID            |
          PIC ZZ9.99-                 | 40404040404040     | BLANK              |
          PIC ZZZ                     | 404040             | OK                 | 0
          PIC ZZ9.99-                 | 00000000000000     | LOW_VALUES         |
          """)
  void statusAndValue(String clauses, String hex, Status status, String expected) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    FieldValue value = Pictures.codec(clauses).read(bytes, 0);
    assertThat(value.status()).isEqualTo(status);
    String text =
        switch (value) {
          case FieldValue.Decimal(var number, var s, var raw) -> number.toPlainString();
          case FieldValue.Text(var string, var s, var raw) ->
              s == Status.LOW_VALUES ? null : string;
          case FieldValue.Unread(var s, var raw) -> {
            assertThat(raw.orElseThrow()).hasToString(hex);
            yield null;
          }
        };
    assertThat(text).isEqualTo(expected);
  }
}
