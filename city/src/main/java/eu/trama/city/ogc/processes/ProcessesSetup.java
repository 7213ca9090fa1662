package eu.trama.city.ogc.processes;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.ProvenPath;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Lets everybody run a model and dismiss a job whose id they have. No anti-forgery token is asked
/// for: an execute request must be JSON and a dismissal is a DELETE, neither of which a browser
/// sends for another site's page without asking first, and the answer to that is no.
@Configuration(proxyBeanMethods = false)
class ProcessesSetup {

  private static final String EXECUTION = "/ogc/{city}/processes/{process}/execution";
  private static final String JOB = "/ogc/{city}/jobs/{job}";

  @Bean
  ModuleSchema ogcSchema() {
    return new ModuleSchema("ogc");
  }

  @Bean
  OpenPath processExecution() {
    return OpenPath.posting(EXECUTION);
  }

  @Bean
  OpenPath jobDismissal() {
    return new OpenPath(Set.of(HttpMethod.DELETE), List.of(JOB));
  }

  @Bean
  ProvenPath processPrograms() {
    return new ProvenPath(List.of(EXECUTION, JOB));
  }
}
