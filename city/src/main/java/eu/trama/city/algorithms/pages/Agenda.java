package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.council.Ballot;
import eu.trama.city.algorithms.council.Session;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import java.util.function.Function;

/// The agenda of a session of the council, with the results once it is closed.
///
/// @param name of the system that an item is about
record Agenda(Visit visit, Session session, Function<Session.Item, String> name) {

  /// While a session is open its votes are nobody's business.
  DataTable table() {
    boolean open = session.closed().isEmpty();
    return new DataTable(
        "results",
        visit.say("algorithms.council.agenda"),
        List.of(
            Column.text(visit.say("algorithms.council.system")),
            Column.text(visit.say("algorithms.council.question")),
            Column.text(visit.say("algorithms.council.result"))),
        session.items().stream()
            .map(i ->
                new Row(
                    "",
                    "/algorithms/" + i.system(),
                    List.of(name.apply(i), i.question(), open ? "–" : result(session.ballot(i)))))
            .toList(),
        false);
  }

  private String result(Ballot ballot) {
    String count =
        visit.say(
            "algorithms.council.count",
            ballot.inFavour(),
            ballot.against(),
            ballot.abstained(),
            ballot.present(),
            ballot.seats());
    if (!ballot.quorum()) {
      return visit.say("algorithms.council.no-quorum") + " " + count;
    }
    return (ballot.passed()
            ? visit.say("algorithms.council.passed")
            : visit.say("algorithms.council.failed"))
        + " "
        + count;
  }
}
