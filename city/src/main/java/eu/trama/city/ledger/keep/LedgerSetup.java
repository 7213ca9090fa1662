package eu.trama.city.ledger.keep;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.StoreSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The ledger's schema and settings.
@Configuration(proxyBeanMethods = false)
class LedgerSetup {

  @Bean
  ModuleSchema ledgerSchema() {
    return new ModuleSchema("ledger");
  }

  @Bean
  LedgerSettings ledgerSettings(StoreSettings store, Environment environment) {
    return LedgerSettings.from(store.home(), environment::getProperty);
  }
}
