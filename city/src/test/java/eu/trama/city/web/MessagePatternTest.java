package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePatternTest {

  @Test
  void valuesAreWrittenAsTheLanguageWritesThem() {
    var pattern = MessagePattern.parse("{0}: {1}, {2}");
    var day = LocalDate.of(2026, 11, 23);
    assertThat(pattern.format(Language.ITALIAN.locale(), "Bologna", 390625, day))
        .isEqualTo("Bologna: 390.625, 23 novembre 2026");
    assertThat(pattern.format(Language.ENGLISH.locale(), "Bologna", 390625.5, day))
        .isEqualTo("Bologna: 390,625.5, 23 November 2026");
  }

  @Test
  void onlyExactlyOneIsSingular() {
    var pattern = MessagePattern.parse("{0?one zone|# zones} of {1}");
    assertThat(pattern.format(Locale.UK, 1, 73)).isEqualTo("one zone of 73");
    assertThat(pattern.format(Locale.UK, 0, 73)).isEqualTo("0 zones of 73");
    assertThat(pattern.format(Locale.UK, 1.5, 73)).isEqualTo("1.5 zones of 73");
    assertThat(pattern.arity()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{}", "{zone}", "{0", "{0?only one}", "{x?one|more}"})
  void aPatternThatDoesNotParseIsNamed(String text) {
    assertThatThrownBy(() -> MessagePattern.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }
}
