package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.decisions.LegalTerms;
import eu.trama.city.algorithms.monitoring.Threshold.Finding;
import eu.trama.city.algorithms.monitoring.Threshold.State;
import eu.trama.city.algorithms.monitoring.figures.Interval;
import eu.trama.city.algorithms.monitoring.figures.Share;
import eu.trama.city.web.Words;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

/// How figures, thresholds and incidents are told in one language.
record FigureWords(Words words) {

  String share(Optional<Share> share) {
    return share.map(s -> percent(s.interval())).orElse("–");
  }

  String percent(Interval of) {
    return words.say(
        "monitoring.interval",
        words.percent(of.value(), 1),
        words.percent(of.low(), 1),
        words.percent(of.high(), 1));
  }

  String number(Interval of) {
    return words.say(
        "monitoring.interval",
        words.number(of.value(), 2),
        words.number(of.low(), 2),
        words.number(of.high(), 2));
  }

  String hidden() {
    return words.say("monitoring.hidden");
  }

  /// What a threshold is about.
  String measure(RuleSet rules, Threshold threshold) {
    String key = threshold.measure().key();
    return switch (threshold.measure().of()) {
      case NOTHING -> words.say("monitoring.measure." + key);
      case ATTRIBUTE ->
          words.say(
              "monitoring.measure." + key, rules.monitored().attribute(words, threshold.of()));
      case INPUT ->
          words.say("monitoring.measure." + key, rules.monitored().input(words, threshold.of()));
    };
  }

  String limit(Threshold threshold) {
    String limit = value(threshold.measure(), threshold.limit());
    return threshold.measure().atLeast()
        ? words.say("monitoring.least", limit)
        : words.say("monitoring.most", limit);
  }

  String state(State state) {
    return words.say("monitoring.state." + state.key());
  }

  /// What was found, for people of the city: a figure over few cases is no secret to them.
  String value(Finding finding) {
    return finding.state() == State.FEW
        ? "–"
        : value(finding.threshold().measure(), finding.value());
  }

  private String value(Measure measure, double value) {
    return switch (measure) {
      case SELECTION_RATIO, PSI, KS -> words.number(value, 2);
      case FALSE_POSITIVE, FALSE_NEGATIVE, FALSE_NEGATIVE_GAP, UPHELD -> words.percent(value, 1);
    };
  }

  String severity(String severity) {
    return words.say("monitoring.severity." + severity);
  }

  /// By when the authority must know.
  String due(Incident incident, IncidentTerms terms, Instant now) {
    String law = terms.term(incident.severity()).law();
    return incident
        .due(terms)
        .map(due ->
            incident.overdue(terms, now)
                ? words.say("monitoring.incident.overdue", when(due), law)
                : words.say("monitoring.incident.by", when(due), law))
        .orElseGet(() -> words.say("monitoring.incident.no-term"));
  }

  String state(Incident incident) {
    return words.say("monitoring.incident." + incident.state());
  }

  String when(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(words.language().locale())
        .withZone(LegalTerms.ZONE)
        .format(at);
  }

  String day(Instant at) {
    return words.date(LegalTerms.day(at));
  }
}
