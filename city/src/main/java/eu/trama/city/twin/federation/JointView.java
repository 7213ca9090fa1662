package eu.trama.city.twin.federation;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.federation.JointPage.Side;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.run.IndicatorChoice;
import eu.trama.city.twin.pages.run.Naming;
import eu.trama.city.twin.pages.run.Outcome;
import eu.trama.city.twin.pages.run.ResultParts;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/// Sets what a policy changes here beside what it changes at a peer. If the peer is gone, this
/// city's side stands alone.
@Component
class JointView {

  private final Cities cities;
  private final Runs runs;
  private final Models models;
  private final Naming naming;
  private final JointRuns joint;

  JointView(Cities cities, Runs runs, Models models, Naming naming, JointRuns joint) {
    this.cities = cities;
    this.runs = runs;
    this.models = models;
    this.naming = naming;
    this.joint = joint;
  }

  JointPage of(Visit visit, Peer peer, JointRun run, Map<String, String> chosen)
      throws InterruptedException {
    Model model = models.require(run.model());
    var choice = IndicatorChoice.of(visit.words(), naming, model, chosen);
    var wording = new Wording(visit.words(), cities.require(run.city()));
    var waiting = new ArrayList<String>();
    Optional<Sides> here = here(run);
    if (here.isEmpty()) {
      waiting.add(visit.say("twin.joint.waiting", wording.city().name()));
    }
    String fault = "";
    Optional<PeerResults> there = Optional.empty();
    try {
      there = joint.ofPeer(run);
      if (there.isEmpty()) {
        waiting.add(visit.say("twin.joint.waiting", peer.title()));
      }
    } catch (PeerFault e) {
      fault = peer.title() + ": " + visit.say("twin.peer.fault." + e.fault().key());
    }
    var sides = new ArrayList<Side>();
    here.ifPresent(
        own -> sides.add(side(wording, "here", wording.city().name(), own.of(choice.indicator()))));
    there.ifPresent(theirs ->
        sides.add(
            side(wording, "there", peer.title(), JointSides.there(theirs, choice.indicator()))));
    Optional<DataTable> means =
        here.isEmpty()
            ? Optional.empty()
            : Optional.of(means(wording, peer, model, here.get(), there));
    return new JointPage(
        "/" + run.city() + "/peers/" + run.peer() + "/try/" + run.id(),
        waiting,
        fault,
        choice.questions(),
        choice.title(),
        choice.definition(),
        means,
        sides);
  }

  /// This city's two runs, both done.
  private record Sides(Outcome before, Outcome after) {
    Comparison of(Indicator indicator) {
      return JointSides.here(before, after, indicator);
    }
  }

  private Optional<Sides> here(JointRun run) {
    return done(run.before())
        .flatMap(before -> done(run.after()).map(after -> new Sides(before, after)));
  }

  private Optional<Outcome> done(String id) {
    return runs.find(id)
        .filter(run -> run.state() == Run.State.DONE)
        .map(run -> Outcome.of(run, runs, cities));
  }

  private static Side side(Wording wording, String id, String title, Comparison comparison) {
    int decimals =
        IndicatorChoice.decimals(comparison.rows().stream().map(Comparison.Row::before).toList());
    return new Side(
        title,
        ResultParts.fifths(
            wording, "income-" + id, wording.say("twin.fifths.change"), comparison, true, decimals),
        named(title, ResultParts.fifthsTable(wording, "fifths-" + id, comparison, true, decimals)));
  }

  /// Two tables of one page need captions that tell them apart.
  private static DataTable named(String title, DataTable table) {
    return new DataTable(
        table.id(), title + ": " + table.caption(), table.columns(), table.rows(), table.tall());
  }

  private DataTable means(
      Wording wording, Peer peer, Model model, Sides here, Optional<PeerResults> there) {
    var columns = new ArrayList<Column>();
    columns.add(Column.text(wording.say("twin.indicator")));
    for (String side : List.of(wording.city().name(), peer.title())) {
      columns.add(Column.number(wording.say("twin.joint.side", side)));
    }
    var rows = new ArrayList<Row>();
    for (Indicator each : model.indicators()) {
      Comparison own = here.of(each);
      Optional<Comparison> theirs = there.map(results -> JointSides.there(results, each));
      var cells = new ArrayList<String>();
      cells.add(name(wording, model, each));
      cells.add(figures(wording, Optional.of(own)));
      cells.add(figures(wording, theirs));
      rows.add(new Row("", "", cells));
    }
    return new DataTable("means", wording.say("twin.cities.caption"), columns, rows, true);
  }

  private String name(Wording wording, Model model, Indicator indicator) {
    return IndicatorChoice.of(wording.words(), naming, model, indicator).title();
  }

  private static String figures(Wording wording, Optional<Comparison> side) {
    Optional<Comparison> known = side.filter(JointSides::known);
    if (known.isEmpty()) {
      return Wording.NONE;
    }
    Comparison comparison = known.get();
    int decimals = IndicatorChoice.decimals(List.of(comparison.before(), comparison.after()));
    OptionalDouble relative = JointSides.relative(comparison);
    return wording.say(
        "twin.joint.figures",
        wording.words().number(comparison.before(), decimals),
        wording.words().number(comparison.after(), decimals),
        relative.isPresent()
            ? wording.words().signed(100 * relative.getAsDouble(), 1)
            : Wording.NONE);
  }
}
