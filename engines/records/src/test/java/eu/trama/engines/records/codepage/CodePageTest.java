package eu.trama.engines.records.codepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodePageTest {
  @ParameterizedTest
  @MethodSource("eu.trama.engines.records.codepage.CodePage#names")
  void all256BytesComeBack(String name) {
    CodePage page = CodePage.of(name);
    byte[] toInner = page.toInner();
    byte[] toOuter = page.toOuter();
    for (int i = 0; i < 256; i++) {
      assertThat(page.encode(page.character((byte) i))).hasValue(i);
      assertThat(toOuter[toInner[i] & 0xFF] & 0xFF).isEqualTo(i);
      assertThat(page.text(new byte[] {toInner[i]}, 0, 1))
          .isEqualTo(String.valueOf(page.character((byte) i)));
    }
  }

  /// Pages of Latin-1 hold every letter of Catalan, Spanish and Italian, each with its own table.
  @ParameterizedTest
  @MethodSource("eu.trama.engines.records.codepage.CodePage#names")
  void lettersOfTheCityComeBack(String name) {
    CodePage page = CodePage.of(name);
    String letters = "ÀÈÉÍÏÒÓÚÜÇàèéíïòóúüç·ÁÑáñ¿¡ÌÎÙìîùªº";
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      assertThat(page.encode(letter)).as("%s in page %s", letter, name).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1140", "1141", "1142", "1145", "1147", "1148", "1149"})
  void pagesOfTheEuroHaveIt(String name) {
    assertThat(CodePage.of(name).encode('€')).isPresent();
    assertThat(CodePage.of(name).encode('¤')).isEmpty();
  }

  /// IBM's tables: the same byte, other letters.
  @Test
  void pagesDiffer() {
    byte[] b = {(byte) 0x4A, (byte) 0x5A, (byte) 0x6A};
    assertThat(CodePage.of("037").decode(b, 0, 3)).isEqualTo("¢!¦");
    assertThat(CodePage.of("500").decode(b, 0, 3)).isEqualTo("[]¦");
    assertThat(CodePage.of("284").decode(b, 0, 3)).isEqualTo("[]ñ");
    assertThat(CodePage.of("cp1145").name()).isEqualTo("1145");
    assertThat(CodePage.of("IBM01140").name()).isEqualTo("1140");
  }

  @Test
  void aTableMustBeReversible() {
    char[] table = new char[256];
    for (char i = 0; i < 256; i++) {
      table[i] = i;
    }
    table[0x80] = '€';
    assertThat(CodePage.of("own", table).encode('€')).hasValue(0x80);
    table[0x81] = 'A';
    assertThatThrownBy(() -> CodePage.of("own", table)).hasMessageContaining("41 and 81");
  }
}
