package eu.trama.city;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/// The Spring application: every municipal system is a package below this one.
@Modulithic(systemName = "Trama")
@SpringBootApplication
public class CityServer {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
