package eu.trama.city.ledger.pages;

import eu.trama.city.web.FootPage;
import eu.trama.city.web.Link;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.ProvenPath;
import eu.trama.city.web.Words;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The ledger is there for everybody.
@Configuration(proxyBeanMethods = false)
class LedgerPaths {

  @Bean
  OpenPath ledgerPages() {
    return OpenPath.reading(
        "/ledger", "/ledger/checkpoint", "/ledger/tile/**", "/ledger/receipt/{id}");
  }

  @Bean
  OpenPath ledgerForms() {
    return OpenPath.posting("/ledger", LedgerFilesController.COSIGNATURES);
  }

  /// A cosignature is a signature; nothing else is taken there.
  @Bean
  ProvenPath ledgerWitnesses() {
    return new ProvenPath(List.of(LedgerFilesController.COSIGNATURES));
  }

  @Bean
  static FootPage ledgerAtFoot() {
    return new FootPage() {
      @Override
      public int order() {
        return 20;
      }

      @Override
      public Link link(Words words) {
        return Link.to(words.say("ledger.title"), "/ledger");
      }
    };
  }
}
