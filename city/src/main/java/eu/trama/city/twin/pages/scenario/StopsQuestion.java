package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.LayerMaps;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.Picks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Which stops a new line serves, in order: from a list, or on the map.
final class StopsQuestion {

  private StopsQuestion() {}

  static NewLineForm.Stops of(
      Wording wording,
      Scenario scenario,
      List<Feature> zones,
      List<Feature> stops,
      List<String> picked) {
    List<Feature> sorted =
        stops.stream()
            .sorted(
                Comparator.comparing(
                        (Feature stop) -> StepWords.name(stop), wording.words().collator())
                    .thenComparing(Feature::id))
            .toList();
    return new NewLineForm.Stops(
        new Picks(picked),
        sorted.stream().map(stop -> Field.Option.of(stop.id(), StepWords.name(stop))).toList(),
        map(wording, scenario, zones),
        table(wording, sorted));
  }

  private static MapPanel map(Wording wording, Scenario scenario, List<Feature> zones) {
    var words = wording.words();
    var layers = new ArrayList<MapLayer>();
    layers.add(ScenarioMap.zones(scenario));
    layers.add(
        MapLayer.Lines.coloured(
            "/scenarios/" + scenario.id() + ".geojson?part=kept",
            words.say("twin.layer.lines"),
            "colour"));
    layers.addAll(
        LayerMaps.of(
            words,
            Layers.STOPS.name(),
            "/scenarios/"
                + scenario.id()
                + ".geojson?part=stops&v="
                + scenario.edits().hashCode()));
    return new MapPanel(
        "map",
        "near",
        words.say("twin.line.map"),
        ZoneMaps.around(wording.city(), zones),
        layers,
        List.of(),
        "");
  }

  private static DataTable table(Wording wording, List<Feature> stops) {
    return new DataTable(
        "near",
        wording.say("twin.layer.stops"),
        List.of(Column.text(wording.say("twin.name")), Column.text(wording.say("twin.place"))),
        stops.stream()
            .map(stop -> {
              var at = Objects.requireNonNull(stop.geometry()).getCoordinate();
              return Row.of(
                  "", StepWords.name(stop), String.format(Locale.ROOT, "%.5f, %.5f", at.y, at.x));
            })
            .toList(),
        true);
  }
}
