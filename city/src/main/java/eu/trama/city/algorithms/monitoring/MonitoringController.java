package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The public figures of a system, and the auditors' button that evaluates its thresholds now.
@Controller
class MonitoringController {

  private final Pages pages;
  private final Systems systems;
  private final Monitoring monitoring;
  private final MonitoringView view;
  private final CurrentPerson current;

  MonitoringController(
      Pages pages,
      Systems systems,
      Monitoring monitoring,
      MonitoringView view,
      CurrentPerson current) {
    this.pages = pages;
    this.systems = systems;
    this.monitoring = monitoring;
    this.view = view;
    this.current = current;
  }

  @GetMapping("/algorithms/{id}/monitoring")
  View figures(
      Visit visit,
      @PathVariable("id") String id,
      @RequestParam(name = "month", defaultValue = "") String month,
      @RequestParam(name = "checked", defaultValue = "") String checked) {
    Entry entry = systems.require(id);
    Optional<String> done =
        current.is(Role.AUDITOR) && (checked.equals("yes") || checked.equals("no"))
            ? Optional.of(checked)
            : Optional.empty();
    return pages.show(
        "algorithms/monitoring/figures",
        visit
            .page(visit.say("monitoring.title", entry.shown().name(visit.language())))
            .in("algorithms")
            .under(
                Link.to(visit.say("algorithms.title"), "/algorithms"),
                Link.to(entry.shown().name(visit.language()), "/algorithms/" + entry.id())),
        view.page(entry, visit.words(), Month.read(month), done));
  }

  @PostMapping("/algorithms/{id}/monitoring")
  View check(@PathVariable("id") String id) {
    Entry entry = systems.require(id);
    boolean done = monitoring.check(entry.id()).isPresent();
    return Systems.seeOther(
        "/algorithms/" + id + "/monitoring?checked=" + (done ? "yes" : "no") + "#main");
  }
}
