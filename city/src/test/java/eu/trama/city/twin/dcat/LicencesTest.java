package eu.trama.city.twin.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicencesTest {

  @ParameterizedTest
  @CsvSource({
    "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
    "CC BY 3.0 IT, https://creativecommons.org/licenses/by/3.0/it/",
    "ODbL, https://opendatacommons.org/licenses/odbl/1-0/",
    "public domain, https://creativecommons.org/publicdomain/mark/1.0/",
    "https://example.org/terms, https://example.org/terms",
    "TMB open data terms,",
    "facts; positions ODbL,",
    "https://not an address,",
    "'',"
  })
  void aLicenceHasItsAddressOrNone(String words, String address) {
    assertThat(Licences.iri(words)).isEqualTo(java.util.Optional.ofNullable(address));
  }
}
