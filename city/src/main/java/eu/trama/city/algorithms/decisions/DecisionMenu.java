package eu.trama.city.algorithms.decisions;

import eu.trama.city.identity.OwnPage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where people look for their decisions, and caseworkers for their desk: under their name.
@Configuration(proxyBeanMethods = false)
class DecisionMenu {

  @Bean
  static OwnPage ownDecisionsInMenu() {
    return new OwnPage() {
      @Override
      public int order() {
        return 10;
      }

      @Override
      public boolean isFor(Person person) {
        return true;
      }

      @Override
      public Link link(Words words) {
        return Link.to(words.say("decisions.mine"), "/me/decisions");
      }
    };
  }

  @Bean
  static OwnPage deskInMenu() {
    return new OwnPage() {
      @Override
      public int order() {
        return 20;
      }

      @Override
      public boolean isFor(Person person) {
        return person.is(Role.CASEWORKER);
      }

      @Override
      public Link link(Words words) {
        return Link.to(words.say("decisions.desk"), "/decisions");
      }
    };
  }
}
