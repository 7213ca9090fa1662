package eu.trama.city.algorithms.pages;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.Role;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.RolePath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who may open which page of the register.
@Configuration(proxyBeanMethods = false)
class PagesSetup {

  @Bean
  OpenPath registerPages() {
    return OpenPath.reading(
        "/algorithms",
        "/algorithms.json",
        "/algorithms.csv",
        "/algorithms.atom",
        "/algorithms/protocol",
        "/algorithms/council",
        "/algorithms/council/{session}",
        "/algorithms/standards/{file}",
        "/algorithms/{id}");
  }

  @Bean
  RolePath registerEditing() {
    return Doors.to(Role.PROCUREMENT, Role.PLANNER)
        .reading("/algorithms/new", "/algorithms/import", "/algorithms/{id}/edit");
  }

  @Bean
  RolePath registerForms() {
    return Doors.to(Role.PROCUREMENT, Role.PLANNER)
        .posting(
            "/algorithms/new",
            "/algorithms/import",
            "/algorithms/{id}/edit",
            "/algorithms/{id}/publish",
            "/algorithms/{id}/version",
            "/algorithms/{id}/advance");
  }

  @Bean
  RolePath gatePages() {
    return Doors.to(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER)
        .reading("/algorithms/{id}/gates/{gate}");
  }

  @Bean
  RolePath gateForms() {
    return Doors.to(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER)
        .posting("/algorithms/{id}/gates/{gate}");
  }

  @Bean
  RolePath oversightPages() {
    return Doors.to(Role.AUDITOR, Role.PLANNER, Role.PROCUREMENT)
        .reading("/algorithms/{id}/oversight");
  }

  @Bean
  RolePath suspendForms() {
    return Doors.to(Role.AUDITOR, Role.PLANNER).posting("/algorithms/{id}/suspend");
  }

  @Bean
  RolePath auditForms() {
    return Doors.to(Role.AUDITOR)
        .posting(
            "/algorithms/{id}/resume",
            "/algorithms/council",
            "/algorithms/council/seats",
            "/algorithms/council/{session}/items",
            "/algorithms/council/{session}/close");
  }

  @Bean
  RolePath councilForms() {
    return Doors.toEveryRole()
        .posting("/algorithms/council/apply", "/algorithms/council/{session}/votes");
  }
}
