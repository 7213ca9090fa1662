package eu.trama.city.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The store as beans. Migrations run while the data source is made, hence before anybody can use
/// it.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  StoreSettings storeSettings(Environment environment) {
    return StoreSettings.from(environment::getProperty);
  }

  @Bean
  Store store(StoreSettings settings) {
    return Store.open(settings);
  }

  @Bean
  HikariDataSource dataSource(Store store, ObjectProvider<ModuleSchema> schemas) {
    return store.connect(schemas.stream().toList());
  }
}
