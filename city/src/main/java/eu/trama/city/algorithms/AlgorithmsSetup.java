package eu.trama.city.algorithms;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.web.City;
import eu.trama.city.web.FootPage;
import eu.trama.city.web.Link;
import eu.trama.city.web.Section;
import eu.trama.city.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The module's schema and its part of the navigation.
@Configuration(proxyBeanMethods = false)
class AlgorithmsSetup {

  @Bean
  ModuleSchema algorithmsSchema() {
    return new ModuleSchema("algorithms");
  }

  @Bean
  Section algorithmsSection() {
    return new RegisterSection();
  }

  @Bean
  static FootPage registerAtFoot() {
    return new FootPage() {
      @Override
      public int order() {
        return 10;
      }

      @Override
      public Link link(Words words) {
        return Link.to(words.say("algorithms.title"), "/algorithms");
      }
    };
  }

  private record RegisterSection() implements Section {
    @Override
    public String key() {
      return "algorithms";
    }

    @Override
    public int order() {
      return 40;
    }

    @Override
    public String href(City city) {
      return "/algorithms?city=" + city.key();
    }

    @Override
    public String label(Words words) {
      return words.say("algorithms.section");
    }

    @Override
    public String summary(Words words) {
      return words.say("algorithms.section.about");
    }
  }
}
