package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Metric;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.World;
import eu.trama.city.twin.Digest;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The evidence with which a gate is signed: what its source says, measured values, or a document.
record EvidenceForm(Visit visit, Entry entry, Gate gate, World world) {

  private static final String MEASUREMENT = "measurement";
  private static final int LONGEST = 2_000;

  /// Evidence, or what is wrong with what was sent.
  record Filled(Optional<Evidence> evidence, List<FormError> errors) {}

  /// What a source says; empty where the evidence is typed in, or not there yet.
  Optional<EvidenceState> said() {
    return Optional.ofNullable(world.evidence().get(gate.evidence()));
  }

  private List<Metric> metrics() {
    return Metric.read(entry.record().plain(RecordField.METRICS)).orElse(List.of()).stream()
        .filter(m -> m.gate().equals(gate.id()))
        .toList();
  }

  private String threshold(Metric m) {
    return m.atLeast()
        ? visit.say("algorithms.metric.least", m.threshold(), m.data())
        : visit.say("algorithms.metric.most", m.threshold(), m.data());
  }

  List<Field> fields(boolean sourced, Map<String, String> sent, List<FormError> errors) {
    var fields = new ArrayList<Field>();
    if (sourced || said().isPresent()) {
      return fields;
    }
    if (gate.evidence().equals(MEASUREMENT)) {
      List<Metric> metrics = metrics();
      for (int i = 0; i < metrics.size(); i++) {
        Metric m = metrics.get(i);
        fields.add(Field.of("m" + i, Kind.NUMBER, m.name()).hint(threshold(m)));
      }
    }
    fields.add(
        Field.of("title", Kind.TEXT, visit.say("algorithms.evidence.title"))
            .hint(visit.say("algorithms.evidence.title.hint")));
    fields.add(
        Field.of("reference", Kind.TEXT, visit.say("algorithms.evidence.reference"))
            .hint(visit.say("algorithms.evidence.reference.hint")));
    return fields.stream()
        .map(f -> f.value(sent.getOrDefault(f.name(), "")).checked(errors))
        .toList();
  }

  Filled read(Map<String, String> sent, String person) {
    Optional<EvidenceState> said = said();
    if (said.isPresent()) {
      return new Filled(said.map(s -> Evidence.of(gate.evidence(), s)), List.of());
    }
    var errors = new ArrayList<FormError>();
    String title = sent.getOrDefault("title", "").strip();
    String reference = sent.getOrDefault("reference", "").strip();
    if (title.isEmpty() || title.length() > LONGEST || reference.length() > LONGEST) {
      errors.add(new FormError("title", visit.say("algorithms.error.evidence")));
    }
    var measured = new StringBuilder();
    boolean met = !gate.evidence().equals(MEASUREMENT) || !metrics().isEmpty();
    if (!met) {
      errors.add(new FormError("title", visit.say("algorithms.error.no-metrics")));
    }
    if (gate.evidence().equals(MEASUREMENT)) {
      met &= measure(sent, measured, errors);
    }
    String all = title + "\n" + reference + "\n" + measured;
    return errors.isEmpty()
        ? new Filled(
            Optional.of(
                new Evidence(
                    gate.evidence(),
                    measured.isEmpty() ? title : title + " (" + measured + ")",
                    reference,
                    Digest.hex(all),
                    Set.of(person),
                    met,
                    Optional.empty())),
            errors)
        : new Filled(Optional.empty(), errors);
  }

  /// Reads the values; whether each meets its threshold.
  private boolean measure(
      Map<String, String> sent, StringBuilder measured, List<FormError> errors) {
    boolean met = true;
    List<Metric> metrics = metrics();
    for (int i = 0; i < metrics.size(); i++) {
      String text = sent.getOrDefault("m" + i, "").strip().replace(',', '.');
      if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
        errors.add(new FormError("m" + i, visit.say("algorithms.error.number")));
        continue;
      }
      met &= metrics.get(i).met(Double.parseDouble(text));
      measured
          .append(measured.isEmpty() ? "" : "; ")
          .append(metrics.get(i).name())
          .append(" = ")
          .append(text);
    }
    return met;
  }
}
