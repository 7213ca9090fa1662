package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.twin.pages.scenario.ScenarioMap.Change;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A scenario's changes as GeoJSON; `change` says what became of each feature. With `part`, one of
/// the layers that its map draws.
@Controller
class ScenarioFile {

  /// New and changed lines: a colour that no line of the cities has, apart from all of them in
  /// every colour blindness by its darkness.
  private static final String NEW_COLOUR = "#b0006d";

  private static final String REMOVED_COLOUR = "#6b6b6b";

  private final Editing editing;
  private final Twin twin;

  ScenarioFile(Editing editing, Twin twin) {
    this.editing = editing;
    this.twin = twin;
  }

  @GetMapping("/scenarios/{id}.geojson")
  void file(
      @PathVariable("id") String id,
      @RequestParam(name = "part", defaultValue = "") String part,
      HttpServletResponse response)
      throws IOException {
    Scenario scenario = editing.require(id);
    CityView view = editing.view(scenario);
    List<ScenarioChange> changes = ScenarioChange.of(view, scenario.snapshot(), twin);
    response.setHeader("Cache-Control", "private, no-cache");
    try (var out = new Download.Collection(response)) {
      if (part.equals("kept")) {
        kept(view, out);
      } else if (part.equals("stops")) {
        for (Feature stop : view.features(Layers.STOPS.name())) {
          out.add(stop);
        }
      } else {
        for (ScenarioChange each : changes) {
          write(part, each, view, out);
        }
      }
    }
  }

  private static void kept(CityView view, Download.Collection out) throws IOException {
    var changed = view.changes(Layers.LINES.name()).keySet();
    for (Feature line : view.features(Layers.LINES.name())) {
      if (!changed.contains(line.id()) && line.geometry() != null) {
        out.add(line);
      }
    }
  }

  private static void write(
      String part, ScenarioChange each, CityView view, Download.Collection out) throws IOException {
    Feature feature = each.feature();
    Geometry geometry = feature.geometry();
    boolean removed = each.change() == Change.REMOVED;
    var properties =
        Map.of(
            "change", each.change().key(),
            "layer", feature.layer(),
            "name", StepWords.name(feature),
            "change_colour", removed ? REMOVED_COLOUR : NEW_COLOUR);
    if (part.isEmpty()) {
      out.add(feature, properties);
    } else if (part.equals("places") && feature.layer().equals(Layers.LINES.name())) {
      for (String stop : feature.properties().texts("stops")) {
        Optional<Feature> place = view.feature(Layers.STOPS.name(), stop);
        if (place.isPresent()) {
          out.add(place.get(), Map.of("change", each.change().key()));
        }
      }
    } else if (geometry != null) {
      boolean point = geometry.getDimension() == 0;
      boolean wanted =
          switch (part) {
            case "places" -> point;
            case "removed" -> !point && removed;
            case "new" -> !point && !removed;
            default -> false;
          };
      if (wanted) {
        // What is gone is told by dashes, not by colour alone.
        boolean dashed = removed && !point;
        out.add(
            dashed ? feature.with(Dashes.of(geometry, LocalMetres.of(view.city()))) : feature,
            properties);
      }
    }
  }
}
