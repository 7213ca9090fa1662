package eu.trama.city.twin;

import eu.trama.city.store.ModuleSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwinSetup {

  @Bean
  ModuleSchema twinSchema() {
    return new ModuleSchema("twin");
  }
}
