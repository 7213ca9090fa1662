package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.decisions.LegalTerms;
import eu.trama.city.algorithms.monitoring.Incident.Kind;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.FormError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Incidents of a system, for people of the city: report one, and do with it what is to be done.
@Controller
class IncidentController {

  private final Pages pages;
  private final Systems systems;
  private final Incidents incidents;
  private final IncidentForms forms;
  private final CurrentPerson current;
  private final Clock clock;

  IncidentController(
      Pages pages,
      Systems systems,
      Incidents incidents,
      IncidentForms forms,
      CurrentPerson current,
      Clock clock) {
    this.pages = pages;
    this.systems = systems;
    this.incidents = incidents;
    this.forms = forms;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/algorithms/{id}/incidents")
  View all(Visit visit, @PathVariable("id") String id) {
    return all(visit, systems.require(id), Map.of(), List.of());
  }

  @PostMapping("/algorithms/{id}/incidents")
  View report(Visit visit, @PathVariable("id") String id, @RequestParam Map<String, String> sent) {
    Entry entry = systems.require(id);
    try {
      UUID made =
          incidents.report(
              entry.id(),
              sent.getOrDefault("severity", ""),
              noticed(sent),
              sent.getOrDefault("text", ""));
      return Systems.seeOther("/algorithms/" + id + "/incidents/" + made + "#main");
    } catch (NotKept notKept) {
      return all(
          visit, entry, sent, List.of(new FormError(notKept.field(), notKept.say(visit.words()))));
    }
  }

  private static Instant noticed(Map<String, String> sent) {
    try {
      return LocalDate.parse(sent.getOrDefault("date", "").strip())
          .atTime(LocalTime.parse(sent.getOrDefault("time", "").strip()))
          .atZone(LegalTerms.ZONE)
          .toInstant();
    } catch (DateTimeException notADate) {
      throw new NotKept(NotKept.Why.NO_TIME);
    }
  }

  @GetMapping("/algorithms/{id}/incidents/{incident}")
  View one(Visit visit, @PathVariable("id") String id, @PathVariable("incident") String incident) {
    Entry entry = systems.require(id);
    return one(visit, entry, find(entry, incident), Map.of(), List.of());
  }

  @PostMapping("/algorithms/{id}/incidents/{incident}")
  View step(
      Visit visit,
      @PathVariable("id") String id,
      @PathVariable("incident") String incident,
      @RequestParam Map<String, String> sent) {
    Entry entry = systems.require(id);
    Incident found = find(entry, incident);
    String text = sent.getOrDefault("text", "");
    try {
      switch (sent.getOrDefault("do", "")) {
        case "rated" ->
            incidents.rate(entry.id(), found.id(), sent.getOrDefault("severity", ""), text);
        case "reported" -> incidents.reported(entry.id(), found.id(), text);
        case "closed" -> incidents.close(entry.id(), found.id(), text);
        default -> {
          var error = new FormError("do", visit.say("monitoring.step.choose"));
          return one(visit, entry, found, sent, List.of(error));
        }
      }
    } catch (NotKept notKept) {
      return one(
          visit,
          entry,
          found,
          sent,
          List.of(new FormError(notKept.field(), notKept.say(visit.words()))));
    }
    return Systems.seeOther("/algorithms/" + id + "/incidents/" + found.id() + "#main");
  }

  private Incident find(Entry entry, String id) {
    return incidents.of(entry.id()).stream()
        .filter(i -> i.id().toString().equals(id))
        .findFirst()
        .orElseThrow(Systems::missing);
  }

  private View all(Visit visit, Entry entry, Map<String, String> sent, List<FormError> errors) {
    var told = new FigureWords(visit.words());
    return pages.show(
        "algorithms/monitoring/incidents",
        page(visit, entry, visit.say("monitoring.incidents.title")),
        new IncidentPages.All(
            forms.list(incidents.of(entry.id()), told, clock.instant()),
            "/algorithms/" + entry.id() + "/incidents",
            forms.report(told, sent, errors, clock.instant()),
            errors,
            visit.say("monitoring.report.do")));
  }

  private View one(
      Visit visit,
      Entry entry,
      Incident incident,
      Map<String, String> sent,
      List<FormError> errors) {
    var told = new FigureWords(visit.words());
    List<Kind> may =
        current.is(Role.AUDITOR)
            ? List.of(Kind.RATED, Kind.REPORTED, Kind.CLOSED)
            : current.is(Role.PLANNER) ? List.of(Kind.REPORTED) : List.of();
    return pages.show(
        "algorithms/monitoring/incident",
        page(visit, entry, visit.say("monitoring.incident.title", told.day(incident.noticed())))
            .under(
                Link.to(visit.say("algorithms.title"), "/algorithms"),
                Link.to(entry.shown().name(visit.language()), "/algorithms/" + entry.id()),
                Link.to(
                    visit.say("monitoring.incidents.title"),
                    "/algorithms/" + entry.id() + "/incidents")),
        new IncidentPages.One(
            forms.facts(incident, told, clock.instant()),
            forms.alert(incident, told, clock.instant()),
            forms.steps(incident, told),
            "/algorithms/" + entry.id() + "/incidents/" + incident.id(),
            incident.closed() ? List.of() : forms.step(incident, may, told, sent, errors),
            errors));
  }

  private static Page page(Visit visit, Entry entry, String title) {
    return visit
        .page(title)
        .in("algorithms")
        .under(
            Link.to(visit.say("algorithms.title"), "/algorithms"),
            Link.to(entry.shown().name(visit.language()), "/algorithms/" + entry.id()));
  }
}
