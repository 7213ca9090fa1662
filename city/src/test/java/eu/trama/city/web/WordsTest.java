package eu.trama.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  private final Words catalan = Messages.load().in(Language.CATALAN);

  @Test
  void aDifferenceCarriesATrueSign() {
    assertThat(catalan.signed(-1234.56, 1)).isEqualTo("\u22121.234,6");
    assertThat(catalan.signed(2, 0)).isEqualTo("+2");
    assertThat(catalan.signed(-0.001, 1)).as("nothing after rounding").isEqualTo("0,0");
  }

  @Test
  void digitsKeepTheirNumberAndGetTheMarkOfTheLanguage() {
    assertThat(catalan.decimals("1.33")).isEqualTo("1,33");
    assertThat(Messages.load().in(Language.ENGLISH).decimals("1.33")).isEqualTo("1.33");
  }

  @Test
  void namesAreOrderedAsTheLanguageOrdersThem() {
    assertThat(catalan.collator().compare("Éixample", "Gràcia")).isNegative();
  }
}
