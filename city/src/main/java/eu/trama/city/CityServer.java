package eu.trama.city;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The Spring application: every municipal system is a package below this one. Its beans are named
/// by their whole class names, so that modules need not know of each other's.
@Modulithic(systemName = "Trama")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CityServer {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
