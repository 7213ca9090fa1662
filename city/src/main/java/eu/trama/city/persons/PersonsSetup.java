package eu.trama.city.persons;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.StoreSettings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The module's schema and where its master key lies.
@Configuration(proxyBeanMethods = false)
class PersonsSetup {

  @Bean
  ModuleSchema personsSchema() {
    return new ModuleSchema("persons");
  }

  @Bean
  PersonsSettings personsSettings(StoreSettings store, Environment environment) {
    String named = environment.getProperty("TRAMA_PERSONS_KEY_FILE", "").strip();
    return named.isEmpty()
        ? new PersonsSettings(store.home().resolve("persons/master.keys"), false)
        : new PersonsSettings(Path.of(named).toAbsolutePath(), true);
  }
}
