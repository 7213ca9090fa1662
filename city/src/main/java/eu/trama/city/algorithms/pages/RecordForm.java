package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Metric;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.web.City;
import eu.trama.city.web.Language;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Field.Kind;
import eu.trama.city.web.part.Field.Option;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The form of a record, for one language at a time: its texts, and what has no language.
///
/// @param written language of the texts
record RecordForm(Visit visit, Language written) {

  private static final int LONGEST = 20_000;

  /// What was sent, or the record as it is.
  record Filled(AlgorithmRecord record, Action.Describe describe, List<FormError> errors) {}

  List<Field> fields(AlgorithmRecord record, Dossier dossier, List<FormError> errors) {
    var fields = new ArrayList<Field>();
    fields.add(
        Field.of("origin", Kind.SELECT, visit.say("algorithms.origin"))
            .hint(visit.say("algorithms.fixed.hint"))
            .options(
                Arrays.stream(Origin.values())
                    .map(o -> Option.of(o.key(), visit.say("algorithms.origin." + o.key())))
                    .toList())
            .value(dossier.origin().key()));
    fields.add(
        Field.of("people", Kind.RADIO, visit.say("algorithms.people"))
            .hint(visit.say("algorithms.people.hint"))
            .options(
                List.of(
                    Option.of("yes", visit.say("algorithms.people.yes")),
                    Option.of("no", visit.say("algorithms.people.no"))))
            .value(dossier.people() ? "yes" : "no"));
    for (RecordPart part : RecordPart.values()) {
      part.asked().forEach(field -> fields.add(field(record, field)));
    }
    return fields.stream().map(f -> f.checked(errors)).toList();
  }

  private Field field(AlgorithmRecord record, RecordField field) {
    String label = visit.say("algorithms.field." + field.key());
    String value =
        field.inLanguages()
            ? record.texts(field).byTag().getOrDefault(written.tag(), "")
            : record.plain(field);
    String needed = field.required() ? visit.say("algorithms.required") : "";
    return switch (field.kind()) {
      case CODE ->
          field == RecordField.CITY
              ? Field.of(field.key(), Kind.SELECT, label)
                  .options(choices(visit.site().cities().stream().map(City::key).toList(), false))
                  .value(value)
              : Field.of(field.key(), Kind.TEXT, label).hint(needed).value(value);
      case CHOICE ->
          Field.of(field.key(), Kind.SELECT, label)
              .hint(needed)
              .options(choices(RecordField.AREAS, true))
              .value(value);
      case LINKS ->
          Field.of(field.key(), Kind.LONG, label)
              .hint(visit.say("algorithms.links.hint"))
              .value(value);
      case METRICS ->
          Field.of(field.key(), Kind.LONG, label)
              .hint(visit.say("algorithms.metrics.hint"))
              .value(value);
      case TEXT -> Field.of(field.key(), Kind.LONG, label).hint(needed).value(value);
    };
  }

  private List<Option> choices(List<String> keys, boolean areas) {
    var options = new ArrayList<Option>();
    options.add(Option.of("", "–"));
    keys.forEach(
        key -> options.add(Option.of(key, areas ? visit.say("algorithms.area." + key) : key)));
    return options;
  }

  Filled read(AlgorithmRecord before, Map<String, String> sent) {
    var errors = new ArrayList<FormError>();
    AlgorithmRecord record = before;
    for (RecordField field : RecordField.values()) {
      String text = sent.getOrDefault(field.key(), "").replace("\r\n", "\n").strip();
      if (text.length() > LONGEST) {
        errors.add(new FormError(field.key(), visit.say("algorithms.error.long")));
      }
      if (field.inLanguages()) {
        var texts = new TreeMap<>(record.texts(field).byTag());
        texts.put(written.tag(), text);
        record = record.with(field, new Texts(texts));
      } else {
        record = record.with(field, text);
      }
    }
    check(record, errors);
    var describe =
        new Action.Describe(
            Origin.ofKey(sent.getOrDefault("origin", "")).orElse(Origin.BOUGHT),
            !sent.getOrDefault("people", "yes").equals("no"));
    return new Filled(record, describe, List.copyOf(errors));
  }

  private void check(AlgorithmRecord record, List<FormError> errors) {
    if (record.texts(RecordField.NAME).isEmpty()) {
      errors.add(new FormError("name", visit.say("algorithms.error.name")));
    }
    String contact = record.plain(RecordField.CONTACT);
    if (!contact.isEmpty() && !contact.matches("[^@\\s]+@[^@\\s]+")) {
      errors.add(new FormError("contact", visit.say("algorithms.error.contact")));
    }
    if (Metric.read(record.plain(RecordField.METRICS)).isEmpty()) {
      errors.add(new FormError("metrics", visit.say("algorithms.error.metrics")));
    }
    String area = record.plain(RecordField.AREA);
    if (!area.isEmpty() && !RecordField.AREAS.contains(area)) {
      errors.add(new FormError("area", visit.say("algorithms.error.area")));
    }
  }
}
