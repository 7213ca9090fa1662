package eu.trama.city.ledger.pages;

import eu.trama.city.web.OpenPath;
import eu.trama.city.web.ProvenPath;
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
}
