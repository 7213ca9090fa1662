package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.Download;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A scenario's changes as GeoJSON; `change` says what became of each feature. With `part`, one of
/// the layers that its map draws.
@Controller
class ScenarioFile {

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
    Optional<ScenarioPart> drawn = ScenarioPart.ofKey(part);
    var out = new Download.Collection(response);
    if (drawn.isPresent()) {
      for (Feature each : drawn.get().features(view, changes)) {
        out.add(each, Map.of("name", StepWords.name(each)));
      }
    } else if (part.equals("stops")) {
      for (Feature stop : view.features(Layers.STOPS.name())) {
        out.add(stop);
      }
    } else if (part.equals("places")) {
      for (var place : ScenarioPart.places(view, changes).entrySet()) {
        out.add(place.getKey(), Map.of("sign", place.getValue().key()));
      }
    } else {
      for (ScenarioChange each : changes) {
        out.add(
            each.feature(),
            Map.of(
                "change", each.change().key(),
                "layer", each.feature().layer(),
                "name", StepWords.name(each.feature())));
      }
    }
    out.end();
  }
}
