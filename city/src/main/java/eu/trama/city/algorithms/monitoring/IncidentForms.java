package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.decisions.LegalTerms;
import eu.trama.city.algorithms.monitoring.Incident.Kind;
import eu.trama.city.algorithms.monitoring.IncidentTerms.Term;
import eu.trama.city.algorithms.monitoring.IncidentTerms.Unit;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Forms and tables of incidents, in words.
@Component
class IncidentForms {

  private final IncidentTerms terms;

  IncidentForms(IncidentTerms terms) {
    this.terms = terms;
  }

  DataTable list(List<Incident> incidents, FigureWords told, Instant now) {
    Words words = told.words();
    return new DataTable(
        "incident-list",
        words.say("monitoring.incidents.caption"),
        List.of(
            Column.text(words.say("monitoring.incident.noticed")),
            Column.text(words.say("monitoring.incident.severity")),
            Column.text(words.say("monitoring.incident.due")),
            Column.text(words.say("monitoring.incident.state"))),
        incidents.stream()
            .map(i ->
                new Row(
                    i.id().toString(),
                    "/algorithms/" + i.system() + "/incidents/" + i.id(),
                    List.of(
                        told.when(i.noticed()),
                        told.severity(i.severity()),
                        told.due(i, terms, now),
                        told.state(i))))
            .toList(),
        true);
  }

  List<Field> report(
      FigureWords told, Map<String, String> sent, List<FormError> errors, Instant now) {
    Words words = told.words();
    var local = LocalDateTime.ofInstant(now, LegalTerms.ZONE).truncatedTo(ChronoUnit.MINUTES);
    return List.of(
            Field.of("date", Field.Kind.DATE, words.say("monitoring.report.date"))
                .hint(words.say("monitoring.report.date.hint"))
                .value(sent.getOrDefault("date", local.toLocalDate().toString())),
            Field.of("time", Field.Kind.TIME, words.say("monitoring.report.time"))
                .value(sent.getOrDefault("time", local.toLocalTime().toString())),
            Field.of("severity", Field.Kind.RADIO, words.say("monitoring.report.severity"))
                .value(sent.getOrDefault("severity", ""))
                .options(severities(told, true)),
            Field.of("text", Field.Kind.LONG, words.say("monitoring.report.text"))
                .hint(words.say("monitoring.report.text.hint"))
                .value(sent.getOrDefault("text", "")))
        .stream()
        .map(f -> f.checked(errors))
        .toList();
  }

  private List<Field.Option> severities(FigureWords told, boolean unrated) {
    return terms.severities().stream()
        .filter(s -> unrated || !s.equals(IncidentTerms.UNRATED))
        .map(s -> new Field.Option(s, told.severity(s), term(told.words(), terms.term(s))))
        .toList();
  }

  private static String term(Words words, Term term) {
    if (term.amount() == 0) {
      return term.law();
    }
    return term.unit() == Unit.HOURS
        ? words.say("monitoring.term.hours", term.amount(), term.law())
        : words.say("monitoring.term.days", term.amount(), term.law());
  }

  List<IncidentPages.Fact> facts(Incident incident, FigureWords told, Instant now) {
    Words words = told.words();
    var facts = new ArrayList<IncidentPages.Fact>();
    facts.add(fact(words.say("monitoring.incident.state"), told.state(incident)));
    facts.add(fact(words.say("monitoring.incident.severity"), told.severity(incident.severity())));
    facts.add(fact(words.say("monitoring.incident.due"), told.due(incident, terms, now)));
    facts.add(fact(words.say("monitoring.incident.noticed"), told.when(incident.noticed())));
    facts.add(fact(words.say("monitoring.incident.by-role"), role(words, incident.role())));
    facts.add(
        fact(
            words.say("monitoring.incident.text"),
            incident.threshold().isPresent()
                ? words.say("monitoring.incident.threshold", incident.text())
                : incident.text()));
    return facts;
  }

  private static IncidentPages.Fact fact(String label, String text) {
    return new IncidentPages.Fact(label, text);
  }

  String alert(Incident incident, FigureWords told, Instant now) {
    return incident.overdue(terms, now) ? told.due(incident, terms, now) : "";
  }

  DataTable steps(Incident incident, FigureWords told) {
    Words words = told.words();
    return new DataTable(
        "steps",
        words.say("monitoring.steps.caption"),
        List.of(
            Column.text(words.say("monitoring.step.when")),
            Column.text(words.say("monitoring.step.what")),
            Column.text(words.say("monitoring.step.role")),
            Column.text(words.say("monitoring.step.text"))),
        incident.steps().stream()
            .map(s ->
                Row.of(
                    "",
                    told.when(s.at()),
                    s.severity()
                        .map(v -> words.say("monitoring.step.rated", told.severity(v)))
                        .orElseGet(() -> words.say("monitoring.incident." + s.kind().key())),
                    role(words, s.role()),
                    s.text()))
            .toList(),
        false);
  }

  List<Field> step(
      Incident incident,
      List<Kind> may,
      FigureWords told,
      Map<String, String> sent,
      List<FormError> errors) {
    Words words = told.words();
    var options =
        may.stream()
            .filter(k -> k != Kind.REPORTED || !incident.reported())
            .map(k -> Field.Option.of(k.key(), words.say("monitoring.step.do." + k.key())))
            .toList();
    if (options.isEmpty()) {
      return List.of();
    }
    var fields = new ArrayList<Field>();
    fields.add(
        Field.of("do", Field.Kind.RADIO, words.say("monitoring.step.do"))
            .value(sent.getOrDefault("do", ""))
            .options(options));
    if (may.contains(Kind.RATED)) {
      fields.add(
          Field.of("severity", Field.Kind.SELECT, words.say("monitoring.step.severity"))
              .hint(words.say("monitoring.step.severity.hint"))
              .value(sent.getOrDefault("severity", incident.severity()))
              .options(severities(told, false)));
    }
    fields.add(
        Field.of("text", Field.Kind.LONG, words.say("monitoring.step.text"))
            .hint(words.say("monitoring.step.text.hint"))
            .value(sent.getOrDefault("text", "")));
    return fields.stream().map(f -> f.checked(errors)).toList();
  }

  private static String role(Words words, String key) {
    return Role.ofKey(key)
        .map(r -> r.label(words))
        .orElseGet(() -> words.say("algorithms.role.platform"));
  }
}
