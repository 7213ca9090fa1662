package eu.trama.city.algorithms.decisions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/// The legal terms, read once; a fault in them stops the server.
@Configuration(proxyBeanMethods = false)
class DecisionsSetup {

  @Bean
  LegalTerms legalTerms() throws IOException {
    return LegalTerms.read(
        new ClassPathResource("packs/rights/terms.csv").getContentAsString(StandardCharsets.UTF_8));
  }
}
