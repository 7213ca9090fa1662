package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.QuestionnaireViews.Waiting;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Questionnaires, and what is wrong with one, as a page shows them in the language of its reader.
final class QuestionnaireWords {

  private final Visit visit;

  QuestionnaireWords(Visit visit) {
    this.visit = visit;
  }

  /// Each fault of the name or of what it stands for at its field, and those of the file together.
  List<FormError> errors(Findings findings) {
    var errors = new ArrayList<FormError>();
    boolean file = false;
    for (Finding each : findings.kept()) {
      if (each.severity() != Finding.Severity.ERROR) {
        continue;
      }
      switch (each.code()) {
        case "name-form", "name-taken" -> errors.add(new FormError("name", words(each)));
        case "stands-differs", "no-risk", "no-conclusions" ->
            errors.add(new FormError("stands", words(each)));
        default -> file = true;
      }
    }
    if (file) {
      errors.add(new FormError("file", visit.say("studies.bring.wrong")));
    }
    return errors;
  }

  private String words(Finding finding) {
    return visit.say("studies.finding." + finding.code(), finding.value());
  }

  DataTable told(Findings findings) {
    var rows =
        findings.kept().stream()
            .map(f ->
                Row.of(
                    "",
                    words(f),
                    f.field(),
                    visit.say("studies.severity." + f.severity().name().toLowerCase(Locale.ROOT))))
            .toList();
    return new DataTable(
        "findings",
        visit.say("studies.findings"),
        List.of(
            Column.text(visit.say("studies.column.advice")),
            Column.text(visit.say("studies.column.place")),
            Column.text(visit.say("studies.column.severity"))),
        rows,
        true);
  }

  /// Those of the product, then those of the city.
  DataTable table(
      List<Questionnaire> product, List<CityQuestionnaire> own, List<CityQuestionnaire> force) {
    var rows = new ArrayList<Row>();
    for (Questionnaire each : product) {
      rows.add(
          new Row(
              each.name(),
              "",
              List.of(
                  each.title().in(visit.language()),
                  each.version(),
                  visit.say("studies.stands." + standsFor(each.name()).key()),
                  visit.say("studies.state.force"))));
    }
    for (CityQuestionnaire each : own) {
      String state =
          force.contains(each)
              ? "force"
              : each.usable() || superseded(own, each) ? "old" : "waiting";
      rows.add(
          new Row(
              each.name() + "-" + each.number(),
              address(each) + ".json",
              List.of(
                  each.questionnaire().title().in(visit.language()),
                  each.questionnaire().version(),
                  visit.say("studies.stands." + each.standsFor().key()),
                  visit.say("studies.state." + state))));
    }
    return new DataTable(
        "questionnaires",
        visit.say("studies.questionnaires.table"),
        List.of(
            Column.text(visit.say("studies.column.questionnaire")),
            Column.text(visit.say("studies.column.version")),
            Column.text(visit.say("studies.column.stands")),
            Column.text(visit.say("studies.column.status"))),
        rows,
        false);
  }

  private static StandsFor standsFor(String name) {
    return switch (name) {
      case Questionnaires.IMPACT -> StandsFor.STUDY;
      case Questionnaires.DATA_PROTECTION -> StandsFor.DATA_PROTECTION;
      case Questionnaires.FUNDAMENTAL_RIGHTS -> StandsFor.RIGHTS;
      default -> StandsFor.NOTHING;
    };
  }

  private static boolean superseded(List<CityQuestionnaire> own, CityQuestionnaire each) {
    return own.stream().anyMatch(o -> o.name().equals(each.name()) && o.number() > each.number());
  }

  private static String address(CityQuestionnaire each) {
    return QuestionnairesController.ADDRESS + "/" + each.name() + "/" + each.number();
  }

  /// What is not in force yet, as an auditor sees it.
  List<Waiting> waiting(List<CityQuestionnaire> own, CurrentPerson current) {
    return own.stream()
        .filter(each -> !each.usable() && !superseded(own, each))
        .map(each ->
            new Waiting(
                each.questionnaire().title().in(visit.language())
                    + " "
                    + each.questionnaire().version(),
                visit.say("studies.stands." + each.standsFor().key()),
                address(each) + ".json",
                current.owns(each.by()) ? "" : address(each) + "/adopt"))
        .toList();
  }

  /// Of the form with which one is brought.
  List<Field> fields(String name, String stands, List<FormError> errors) {
    var options =
        Arrays.stream(StandsFor.values())
            .map(each -> Field.Option.of(each.key(), visit.say("studies.stands." + each.key())))
            .toList();
    return List.of(
        Field.of("name", Field.Kind.TEXT, visit.say("studies.bring.name"))
            .hint(visit.say("studies.bring.name.hint"))
            .value(name)
            .checked(errors),
        Field.of("stands", Field.Kind.SELECT, visit.say("studies.bring.stands"))
            .hint(visit.say("studies.bring.stands.hint"))
            .options(options)
            .value(stands)
            .checked(errors));
  }
}
