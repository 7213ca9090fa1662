package eu.trama.city.algorithms.studies;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may open which page of studies and screenings.
@Configuration(proxyBeanMethods = false)
class StudiesSetup {

  private static final Role[] STAFF = {
    Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER
  };

  /// What was submitted about a published system is for everybody; the services say what that is.
  @Bean
  OpenPath studyReading() {
    return OpenPath.reading(
        "/algorithms/screening",
        "/algorithms/{system}/screening",
        "/algorithms/{system}/studies",
        "/algorithms/studies/{study}",
        "/algorithms/studies/{study}.json",
        "/algorithms/questionnaires",
        "/algorithms/questionnaires/{name}/{number}.json");
  }

  @Bean
  static RolePath studyForms() {
    return Doors.to(STAFF).reading("/algorithms/studies/{study}/{page}");
  }

  @Bean
  static RolePath studyChanges() {
    return Doors.to(STAFF)
        .posting(
            "/algorithms/screening",
            "/algorithms/{system}/studies",
            "/algorithms/studies/{study}/answers",
            "/algorithms/studies/{study}/submit",
            "/algorithms/studies/{study}/{page}");
  }

  @Bean
  static RolePath questionnaireChanges() {
    return Doors.to(Role.AUDITOR)
        .posting("/algorithms/questionnaires", "/algorithms/questionnaires/{name}/{number}/adopt");
  }
}
