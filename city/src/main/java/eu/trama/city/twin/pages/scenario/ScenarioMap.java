package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Zones;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a scenario changes, on a map and in the table beside it.
final class ScenarioMap {

  private ScenarioMap() {}

  static MapPanel panel(
      Wording wording, Scenario scenario, CityView view, List<ScenarioChange> changes) {
    String own = "/scenarios/" + scenario.id() + ".geojson?part=";
    String version = "&v=" + scenario.edits().hashCode();
    var layers = new ArrayList<MapLayer>();
    layers.add(zones(scenario));
    for (ScenarioPart part : ScenarioPart.values()) {
      String url = own + part.key() + version;
      String label = wording.say("twin.map." + part.key());
      if (part == ScenarioPart.KEPT) {
        layers.add(MapLayer.Lines.coloured(url, label, "colour"));
      } else if (!part.features(view, changes).isEmpty()) {
        layers.add(MapLayer.Lines.drawn(url, label, part.stroke()));
      }
    }
    var signs = new TreeSet<>(ScenarioPart.places(view, changes).values());
    if (!signs.isEmpty()) {
      layers.add(
          new MapLayer.Points(
              own + "places" + version,
              "sign",
              signs.stream().map(sign -> symbol(wording, sign)).toList()));
    }
    return new MapPanel(
        "map",
        "changes",
        wording.say("twin.scenario.map"),
        ZoneMaps.around(wording.city(), shownFirst(view, changes)),
        layers,
        List.of(),
        "");
  }

  static MapLayer zones(Scenario scenario) {
    return MapLayer.Zones.plain(
        "/%s/zones.geojson?level=%s&valid=%s&known=%s"
            .formatted(
                scenario.city(),
                Zones.NEIGHBOURHOOD,
                scenario.base().valid(),
                scenario.base().known()));
  }

  private static MapLayer.Symbol symbol(Wording wording, PlaceSign sign) {
    return new MapLayer.Symbol(
        sign.key(), wording.say("twin.map." + sign.key()), sign.shape(), sign.mark());
  }

  /// The changes; the whole city where there are none.
  private static List<Feature> shownFirst(CityView view, List<ScenarioChange> changes) {
    List<Feature> changed =
        changes.stream()
            .map(ScenarioChange::feature)
            .filter(each -> each.geometry() != null)
            .toList();
    return changed.isEmpty() ? view.features(Layers.ZONES.name()) : changed;
  }

  static DataTable table(Wording wording, List<ScenarioChange> changes) {
    var rows = new ArrayList<Row>();
    for (ScenarioChange each : changes) {
      rows.add(
          Row.of(
              "",
              StepWords.name(each.feature()),
              wording.say("twin.layer." + each.feature().layer()),
              wording.say("twin.change." + each.change().key())));
    }
    return new DataTable(
        "changes",
        wording.say("twin.changes.caption", rows.size()),
        List.of(
            Column.text(wording.say("twin.name")),
            Column.text(wording.say("twin.layer")),
            Column.text(wording.say("twin.change"))),
        rows,
        true);
  }

  /// What became of a feature.
  enum Change {
    ADDED,
    CHANGED,
    REMOVED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
