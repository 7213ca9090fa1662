package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// With which other runs of its model one can be compared: the latest of every city.
@Component
class OtherRuns {

  private static final int OF_EACH_CITY = 15;

  private final Twin twin;
  private final Runs runs;
  private final Frame frame;

  OtherRuns(Twin twin, Runs runs, Frame frame) {
    this.twin = twin;
    this.runs = runs;
    this.frame = frame;
  }

  /// The cities on which the same could be computed.
  List<City> elsewhere(Run run) {
    return twin.cities().stream().filter(city -> !city.id().equals(run.snapshot().city())).toList();
  }

  /// The question, or none where there is no other run.
  List<Field> question(Visit visit, Run run) {
    var options = new ArrayList<Field.Option>();
    for (City city : twin.cities()) {
      var wording = new Wording(visit.words(), city);
      runs.recent(city.id(), OF_EACH_CITY).stream()
          .filter(each -> each.model().equals(run.model()) && !each.id().equals(run.id()))
          .filter(each -> each.state() == Run.State.DONE)
          .map(each ->
              Field.Option.of(
                  each.id(), frame.subject(visit, each) + ", " + wording.when(each.requestedAt())))
          .forEach(options::add);
    }
    return options.isEmpty()
        ? List.of()
        : List.of(
            Field.of("before", Field.Kind.SELECT, visit.say("twin.compare.with")).options(options));
  }
}
