package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.text.Told;
import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;

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
        "/algorithms/studies/{study}.json");
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

  /// Where no register tells more: that a system exists, without a team, not published.
  @Bean
  @Fallback
  Subjects bareSubjects(DataSource source) {
    var jdbc = JdbcClient.create(source);
    return id ->
        jdbc.sql("select id from algorithms.system where id = ?")
                .param(id.value())
                .query(String.class)
                .optional()
                .isPresent()
            ? Optional.of(new Subjects.Subject(id, Told.everywhere(id.value()), Set.of(), false))
            : Optional.empty();
  }
}
