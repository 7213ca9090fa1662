package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it-IT,it;q=0.9,en;q=0.8 | ITALIAN",
        "de-DE,de;q=0.9,es;q=0.5,en;q=0.7 | ENGLISH",
        "en;q=0.1,es-MX | SPANISH",
        "de | CATALAN",
        "'' | CATALAN",
        "*** ;;; q=nonsense | CATALAN",
      })
  void theBestOfWhatAVisitorAsksFor(String header, Language expected) {
    assertThat(Language.accepted(header)).isEqualTo(expected);
  }
}
