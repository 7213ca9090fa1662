package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Event;
import eu.trama.city.algorithms.register.Metric;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Fact.Moved;
import eu.trama.city.algorithms.stages.Fact.Renewed;
import eu.trama.city.algorithms.stages.Fact.Resumed;
import eu.trama.city.algorithms.stages.Fact.Signed;
import eu.trama.city.algorithms.stages.Fact.Suspended;
import eu.trama.city.algorithms.stages.LifeCycle;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Link;
import eu.trama.city.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a system of the register is told in one language.
record EntryWords(Words words, LifeCycle lifeCycle) {

  private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
  private static final int SHORT_HASH = 12;

  String stage(Stage stage) {
    return words.say("algorithms.stage." + stage.key());
  }

  String risk(Optional<RiskClass> risk) {
    return risk.map(r -> words.say("algorithms.risk." + r.key()))
        .orElseGet(() -> words.say("algorithms.risk.unknown"));
  }

  String refusal(Refusal refusal) {
    return words.say("algorithms.refused." + refusal.reason().key(), gate(refusal.gate()));
  }

  /// Title of a gate.
  String gate(String id) {
    return lifeCycle.protocol().gate(id).map(g -> g.title().in(words.language())).orElse("");
  }

  String when(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(words.language().locale())
        .withZone(ZONE)
        .format(at);
  }

  String day(Instant at) {
    return words.date(at.atZone(ZONE).toLocalDate());
  }

  List<Tag> tags(Entry entry) {
    var tags = new ArrayList<Tag>();
    Stage stage = entry.dossier().stage();
    tags.add(new Tag(stage(stage), stage.live() ? "good" : "plain"));
    boolean high = entry.dossier().risk().filter(r -> r == RiskClass.HIGH).isPresent();
    tags.add(new Tag(risk(entry.dossier().risk()), high ? "warn" : "plain"));
    tags.add(
        new Tag(
            entry.dossier().people()
                ? words.say("algorithms.people.yes")
                : words.say("algorithms.people.no"),
            "plain"));
    if (entry.dossier().suspension().isPresent()) {
      tags.add(new Tag(words.say("algorithms.suspended"), "bad"));
    }
    if (entry.published().isEmpty()) {
      tags.add(new Tag(words.say("algorithms.draft"), "warn"));
    }
    return tags;
  }

  String area(AlgorithmRecord record) {
    String area = record.plain(RecordField.AREA);
    return RecordField.AREAS.contains(area) ? words.say("algorithms.area." + area) : area;
  }

  /// The thresholds, a line each.
  private String metrics(AlgorithmRecord record) {
    return Metric.read(record.plain(RecordField.METRICS)).orElse(List.of()).stream()
        .map(m -> gate(m.gate()) + ": " + m.name() + ". " + threshold(m) + ".")
        .collect(Collectors.joining("\n"));
  }

  String threshold(Metric m) {
    return m.atLeast()
        ? words.say("algorithms.metric.least", m.threshold(), m.data())
        : words.say("algorithms.metric.most", m.threshold(), m.data());
  }

  /// The value of a field, with its language where that is not the page's.
  Fact fact(AlgorithmRecord record, RecordField field) {
    String name = words.say("algorithms.field." + field.key());
    if (field == RecordField.AREA) {
      return Fact.of(name, area(record));
    }
    if (field == RecordField.METRICS) {
      return Fact.of(name, metrics(record));
    }
    if (field.kind() == RecordField.Kind.LINKS) {
      String lines = record.plain(field);
      List<Link> links = links(lines);
      return new Fact(name, lines, null, links);
    }
    String value = record.in(field, words.language());
    Texts texts = record.texts(field);
    String tag = texts.tag(words.language());
    boolean foreign = field.inLanguages() && !tag.equals(words.language().tag());
    return new Fact(name, value, foreign ? tag : null);
  }

  /// The links of lines `title | address`; none where a line is not one.
  private static List<Link> links(String lines) {
    var links = new ArrayList<Link>();
    for (String line : lines.lines().toList()) {
      String[] parts = line.split("\\|", 2);
      String address = parts.length == 2 ? parts[1].strip() : "";
      if (!address.matches("(https?:/|)/\\S+")) {
        return List.of();
      }
      links.add(Link.to(parts[0].strip(), address));
    }
    return links;
  }

  /// What an event says to everybody: no person, only a role.
  String event(Event event) {
    if (event.fact().isEmpty()) {
      return words.say("algorithms.event.published");
    }
    return switch (event.fact().get()) {
      case Signed s -> words.say("algorithms.event.signed", gate(s.signature().gate()));
      case Moved m -> words.say("algorithms.event.moved", stage(m.to()));
      case Renewed r -> words.say("algorithms.event.renewed", r.label(), cut(r.codeHash()));
      case Suspended s ->
          switch (s.cause()) {
            case CODE -> words.say("algorithms.event.alert", cut(s.reason()));
            case THRESHOLD -> words.say("algorithms.event.threshold", s.reason());
            case PERSON -> words.say("algorithms.event.suspended", s.reason());
          };
      case Resumed r -> words.say("algorithms.event.resumed", r.reason());
      case eu.trama.city.algorithms.stages.Fact.Described d ->
          words.say("algorithms.event.described");
    };
  }

  String role(String key) {
    return Role.ofKey(key)
        .map(r -> r.label(words))
        .orElseGet(() -> words.say("algorithms.role.platform"));
  }

  static String cut(String hash) {
    return hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) + "…" : hash;
  }
}
