package eu.trama.city.twin.federation;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.City;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Section;
import eu.trama.city.web.Words;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FederationSettings.class)
class FederationSetup {

  private static final int AFTER_CATALOGUE = 15;

  @Bean
  Section peersSection() {
    return new Section() {
      @Override
      public String key() {
        return "peers";
      }

      @Override
      public int order() {
        return AFTER_CATALOGUE;
      }

      @Override
      public String href(City city) {
        return "/" + city.key() + "/peers";
      }

      @Override
      public String label(Words words) {
        return words.say("twin.section.peers");
      }

      @Override
      public String summary(Words words) {
        return words.say("twin.section.about.peers");
      }
    };
  }

  @Bean
  OpenPath peerPages() {
    return OpenPath.reading("/{city}/peers", "/{city}/peers/**");
  }

  /// Whoever may use these makes this server ask others.
  @Bean
  RolePath peerForms() {
    return Doors.to(Role.PLANNER, Role.OPERATOR)
        .posting("/{city}/peers", "/{city}/peers/{peer}/remove", "/{city}/peers/{peer}/try");
  }
}
