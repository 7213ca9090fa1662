package eu.trama.city.algorithms.monitoring;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Who may open the pages of monitoring; thresholds and terms, read once: a fault in them stops the
/// server.
@Configuration(proxyBeanMethods = false)
class MonitoringSetup {

  private static final String PLANS = "classpath*:packs/algorithms/monitoring/*.yaml";

  @Bean
  Plans monitoringPlans() throws IOException {
    // A jar may be found by two addresses, and then each of its files is.
    var plans = new TreeMap<String, Plan>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(PLANS)) {
      String name = String.valueOf(file.getFilename());
      plans.put(name, PlanReader.read(name, file.getContentAsString(StandardCharsets.UTF_8)));
    }
    return new Plans(List.copyOf(plans.values()));
  }

  @Bean
  IncidentTerms incidentTerms() throws IOException {
    return IncidentTerms.read(
        new ClassPathResource("packs/rights/incidents.csv")
            .getContentAsString(StandardCharsets.UTF_8));
  }

  @Bean
  static OpenPath monitoringPages() {
    return OpenPath.reading("/algorithms/{id}/monitoring");
  }

  @Bean
  static RolePath monitoringChecks() {
    return Doors.to(Role.AUDITOR).posting("/algorithms/{id}/monitoring", "/algorithms/{id}/truth");
  }

  @Bean
  static RolePath truthPages() {
    return Doors.to(Role.AUDITOR).reading("/algorithms/{id}/truth");
  }

  @Bean
  static RolePath incidentPages() {
    return Doors.to(Role.CASEWORKER, Role.AUDITOR, Role.OPERATOR, Role.PLANNER)
        .reading("/algorithms/{id}/incidents", "/algorithms/{id}/incidents/{incident}");
  }

  @Bean
  static RolePath incidentForms() {
    return Doors.to(Role.CASEWORKER, Role.AUDITOR, Role.OPERATOR, Role.PLANNER)
        .posting("/algorithms/{id}/incidents");
  }

  @Bean
  static RolePath incidentSteps() {
    return Doors.to(Role.AUDITOR, Role.PLANNER).posting("/algorithms/{id}/incidents/{incident}");
  }
}
