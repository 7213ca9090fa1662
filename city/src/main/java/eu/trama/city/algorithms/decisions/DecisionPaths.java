package eu.trama.city.algorithms.decisions;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may open the pages of decisions.
@Configuration(proxyBeanMethods = false)
class DecisionPaths {

  @Bean
  static RolePath ownDecisionPages() {
    return Doors.toEveryRole()
        .reading(
            "/me/decisions",
            "/decisions/{id}",
            "/decisions/{id}/document",
            "/decisions/{id}/objection");
  }

  @Bean
  static RolePath decisionObjectionForm() {
    return Doors.toEveryRole().posting("/decisions/{id}/objection");
  }

  @Bean
  static RolePath decisionDeskPages() {
    return Doors.to(Role.CASEWORKER).reading("/decisions", "/decisions/{id}/answer");
  }

  @Bean
  static RolePath decisionDeskForms() {
    return Doors.to(Role.CASEWORKER).posting("/decisions/{id}/confirm", "/decisions/{id}/answer");
  }

  @Bean
  static OpenPath decisionFigures() {
    return OpenPath.reading("/algorithms/{id}/decisions");
  }
}
