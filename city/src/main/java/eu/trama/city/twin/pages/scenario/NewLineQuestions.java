package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.twin.pages.scenario.NewLine.Mode;
import eu.trama.city.twin.pages.scenario.NewLine.Question;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The questions about a new line as forms show them.
final class NewLineQuestions {

  private NewLineQuestions() {}

  /// The question, where it is one of a single answer; the stops and the last look are not.
  static Optional<Field> field(Visit visit, NewLine line, Question question) {
    return switch (question) {
      case NAME ->
          Optional.of(
              Field.of("name", Field.Kind.TEXT, visit.say("twin.line.name"))
                  .hint(visit.say("twin.line.name.hint"))
                  .value(line.name()));
      case MODE ->
          Optional.of(
              Field.of("mode", Field.Kind.RADIO, visit.say("twin.line.mode"))
                  .options(
                      Arrays.stream(Mode.values())
                          .map(mode ->
                              Field.Option.of(
                                  mode.key(), visit.say("twin.code.mode." + mode.key())))
                          .toList())
                  .value(line.modeKey()));
      case SPEED ->
          Optional.of(
              Field.of("speed", Field.Kind.NUMBER, visit.say("twin.line.speed"))
                  .hint(visit.say("twin.line.speed.hint"))
                  .value(
                      line.speed().isEmpty() ? String.valueOf(line.mode().speed()) : line.speed()));
      case HEADWAY ->
          Optional.of(
              Field.of("minutes", Field.Kind.NUMBER, visit.say("twin.line.headway"))
                  .hint(visit.say("twin.line.headway.hint"))
                  .value(line.minutes()));
      case STOPS, CHECK -> Optional.empty();
    };
  }

  /// The answers to the other questions, which the form sends along.
  static List<NewLineForm.Carried> carried(NewLine line, Question question) {
    var carried = new ArrayList<NewLineForm.Carried>();
    carry(carried, "name", line.name(), question != Question.NAME);
    carry(carried, "mode", line.modeKey(), question != Question.MODE);
    carry(carried, "speed", line.speed(), question != Question.SPEED);
    carry(carried, "minutes", line.minutes(), question != Question.HEADWAY);
    for (String stop : line.stops()) {
      carry(carried, "stop", stop, question != Question.STOPS);
    }
    return carried;
  }

  private static void carry(
      List<NewLineForm.Carried> all, String name, String value, boolean other) {
    if (other && !value.isEmpty()) {
      all.add(new NewLineForm.Carried(name, value));
    }
  }

  /// All answers, to be looked at before the line is added.
  static List<Fact> check(Visit visit, NewLine line, List<Feature> places) {
    String stops =
        line.stops().stream()
            .map(id ->
                places.stream()
                    .filter(place -> place.id().equals(id))
                    .findFirst()
                    .map(StepWords::name)
                    .orElse(id))
            .collect(java.util.stream.Collectors.joining(" – "));
    return List.of(
        new Fact(visit.say("twin.name"), line.name().strip()),
        new Fact(visit.say("twin.field.mode"), visit.say("twin.code.mode." + line.mode().key())),
        new Fact(visit.say("twin.layer.stops"), stops),
        new Fact(visit.say("twin.line.speed"), visit.say("twin.line.kmh", line.speed())),
        new Fact(
            visit.say("twin.line.headway"),
            visit.say("twin.line.every", Headway.minutes(line.headwaySeconds()))));
  }
}
