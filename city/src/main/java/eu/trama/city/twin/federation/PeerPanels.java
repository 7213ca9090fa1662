package eu.trama.city.twin.federation;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.federation.PeersPage.Line;
import eu.trama.city.twin.federation.PeersPage.Panel;
import eu.trama.city.twin.pages.Paths;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.twin.pages.ZonePage.Fact;
import eu.trama.city.web.Link;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapLayer.Shape;
import eu.trama.city.web.map.MapLayer.Symbol;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts what a peer says into the words of a page.
final class PeerPanels {

  private static final int ROWS = 100;
  private static final int COLUMNS = 6;
  private static final int LONGEST_CELL = 80;
  private static final String TABLE = "features";

  private final Wording wording;

  PeerPanels(Wording wording) {
    this.wording = wording;
  }

  /// @param models ids of those that this server has
  Panel panel(PeerState state, Set<String> models) {
    Peer peer = state.peer();
    Optional<Offer> offer = state.told().map(Peers.Told::offer);
    boolean fits =
        offer.stream()
            .flatMap(each -> each.models().stream())
            .anyMatch(model -> models.contains(model.id()));
    return new Panel(
        "peer-" + peer.id(),
        peer.title(),
        offer.map(Offer::description).orElse(""),
        peer.address().toString(),
        state(state),
        state.fault().isEmpty(),
        offer.stream()
            .flatMap(each -> each.layers().stream())
            .map(layer ->
                new Line(
                    Link.to(layer.title(), base(peer) + "/" + Paths.segment(layer.id())),
                    layer.description()))
            .toList(),
        offer.stream()
            .flatMap(each -> each.models().stream())
            .map(model ->
                new Line(
                    Link.to(model.title(), model.address()),
                    wording.say("twin.peer.version", model.version())))
            .toList(),
        fits ? base(peer) + "/try" : "",
        base(peer) + "/remove");
  }

  private String state(PeerState state) {
    String when = state.told().map(told -> wording.when(told.at())).orElse(Wording.NONE);
    return state
        .fault()
        .map(fault -> fault(fault) + " " + wording.say("twin.peer.last", when))
        .orElseGet(() -> wording.say("twin.peer.told", when));
  }

  private String fault(Fault fault) {
    return wording.say("twin.peer.fault." + fault.key());
  }

  PeerLayerPage absent(Peer peer, Offer.Layer layer, Fault fault) {
    return new PeerLayerPage(
        layer.description(),
        provenance(peer, layer, Optional.empty()),
        fault(fault),
        Optional.empty(),
        Optional.empty());
  }

  PeerLayerPage layer(Peer peer, Offer.Layer layer, PeerLayers.Page page) {
    return new PeerLayerPage(
        layer.description(),
        provenance(peer, layer, Optional.of(page)),
        "",
        map(peer, layer, page.features()),
        Optional.of(table(page)));
  }

  private List<Fact> provenance(Peer peer, Offer.Layer layer, Optional<PeerLayers.Page> page) {
    var facts = new ArrayList<Fact>();
    facts.add(new Fact(wording.say("twin.peer.from"), peer.title()));
    facts.add(new Fact(wording.say("twin.peer.address"), layer.items()));
    facts.add(
        new Fact(
            wording.say("twin.peer.licence"),
            layer.licence().isEmpty() ? wording.say("twin.peer.licence.none") : layer.licence()));
    page.ifPresent(read -> {
      facts.add(
          new Fact(
              wording.say("twin.peer.shown"),
              wording.say(
                  "twin.peer.shown.of",
                  read.features().size(),
                  read.matched().map(wording.words()::number).orElse(Wording.NONE))));
      if (read.broken() > 0) {
        facts.add(new Fact(wording.say("twin.peer.broken"), wording.words().number(read.broken())));
      }
    });
    return facts;
  }

  private Optional<MapPanel> map(Peer peer, Offer.Layer layer, List<Feature> features) {
    List<Feature> placed = features.stream().filter(each -> each.geometry() != null).toList();
    if (placed.isEmpty()) {
      return Optional.empty();
    }
    String url = base(peer) + "/" + Paths.segment(layer.id()) + ".geojson";
    int dimension =
        placed.stream()
            .map(Feature::geometry)
            .mapToInt(geometry -> geometry == null ? 0 : geometry.getDimension())
            .max()
            .orElse(0);
    MapLayer drawn =
        switch (dimension) {
          case 0 ->
              new MapLayer.Points(
                  url, "peer-kind", List.of(Symbol.plain("peer", layer.title(), Shape.CIRCLE)));
          case 1 -> MapLayer.Lines.coloured(url, layer.title(), "colour");
          default -> MapLayer.Zones.plain(url);
        };
    return Optional.of(
        new MapPanel(
            "map",
            TABLE,
            layer.title(),
            ZoneMaps.around(wording.city(), placed),
            List.of(drawn),
            List.of(),
            peer.title()));
  }

  private DataTable table(PeerLayers.Page page) {
    List<Feature> some = page.features().stream().limit(ROWS).toList();
    var names = new LinkedHashSet<String>();
    some.forEach(each -> names.addAll(each.properties().values().keySet()));
    List<String> shown =
        names.stream().filter(each -> !each.equals("name")).limit(COLUMNS).toList();
    var columns = new ArrayList<Column>();
    columns.add(Column.text(wording.say("twin.name")));
    shown.forEach(name -> columns.add(Column.text(name)));
    return new DataTable(
        TABLE,
        wording.say("twin.peer.caption", some.size()),
        columns,
        some.stream().map(feature -> row(feature, shown)).toList(),
        true);
  }

  private Row row(Feature feature, List<String> shown) {
    var cells = new ArrayList<String>();
    cells.add(cut(feature.properties().text("name").orElse(feature.id())));
    for (String name : shown) {
      Object value = feature.properties().values().get(name);
      cells.add(
          switch (value) {
            case null -> Wording.NONE;
            case Long whole -> wording.words().number(whole);
            default -> cut(value.toString());
          });
    }
    return new Row("", "", cells);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
  }

  private static String base(Peer peer) {
    return "/" + peer.city() + "/peers/" + peer.id();
  }
}
