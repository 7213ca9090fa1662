package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Edit;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.LayerMaps;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.twin.pages.ZoneMaps;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Adds a stop or a facility at a place.
@Controller
class PlaceController {

  private static final List<String> KINDS = List.of("school", "health", "social");

  private final Pages pages;
  private final Editing editing;

  PlaceController(Pages pages, Editing editing) {
    this.pages = pages;
    this.editing = editing;
  }

  private record Answer(String kind, String name, String lat, String lon) {}

  @GetMapping("/scenarios/{id}/{task:add-stop|add-facility}")
  View ask(Visit visit, @PathVariable("id") String id, @PathVariable("task") String key) {
    return ask(visit, editing.requireOwn(id), key, new Answer("", "", "", ""), List.of());
  }

  private View ask(
      Visit visit, Scenario scenario, String key, Answer answer, List<FormError> errors) {
    Task task = Task.ofKey(key).orElseThrow(Cities::missing);
    String layer = layer(task);
    var wording = editing.wording(visit, scenario);
    var first = new ArrayList<Field>();
    if (task == Task.ADD_FACILITY) {
      first.add(
          Field.of("kind", Field.Kind.RADIO, visit.say("twin.facility.kind"))
              .options(
                  KINDS.stream()
                      .map(kind -> Field.Option.of(kind, visit.say("twin.code.kind." + kind)))
                      .toList())
              .value(answer.kind())
              .checked(errors));
    }
    first.add(
        Field.of("name", Field.Kind.TEXT, visit.say("twin.place.name"))
            .value(answer.name())
            .checked(errors));
    var place =
        List.of(
            Field.of("lat", Field.Kind.NUMBER, visit.say("twin.place.lat"))
                .value(answer.lat())
                .checked(errors),
            Field.of("lon", Field.Kind.NUMBER, visit.say("twin.place.lon"))
                .value(answer.lon())
                .checked(errors));
    List<Feature> there = editing.view(scenario).features(layer);
    var model =
        new PlaceForm(
            "/scenarios/" + scenario.id() + "/" + key,
            first,
            place,
            map(wording, scenario, layer),
            near(wording, layer, there),
            visit.say("twin.task." + key),
            errors);
    return pages.show(
        "twin/place", editing.page(visit, scenario, visit.say("twin.task." + key)), model);
  }

  private MapPanel map(Wording wording, Scenario scenario, String layer) {
    var layers = new ArrayList<MapLayer>();
    layers.add(ScenarioMap.zones(scenario));
    layers.addAll(LayerMaps.of(wording.words(), layer, LayerMaps.url(scenario.snapshot(), layer)));
    return new MapPanel(
        "map",
        "near",
        wording.say("twin.place.map"),
        ZoneMaps.around(wording.city(), editing.view(scenario).features(Layers.ZONES.name())),
        layers,
        List.of(),
        "");
  }

  private static DataTable near(Wording wording, String layer, List<Feature> there) {
    return new DataTable(
        "near",
        wording.say("twin.layer." + layer),
        List.of(Column.text(wording.say("twin.name")), Column.text(wording.say("twin.place"))),
        there.stream()
            .map(each -> {
              var at = Objects.requireNonNull(each.geometry()).getCoordinate();
              return Row.of(
                  "", StepWords.name(each), String.format(Locale.ROOT, "%.5f, %.5f", at.y, at.x));
            })
            .toList(),
        true);
  }

  @PostMapping("/scenarios/{id}/{task:add-stop|add-facility}")
  View add(
      Visit visit,
      @PathVariable("id") String id,
      @PathVariable("task") String key,
      @RequestParam(name = "kind", defaultValue = "") String kind,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "lat", defaultValue = "") String lat,
      @RequestParam(name = "lon", defaultValue = "") String lon,
      HttpServletResponse response) {
    Scenario scenario = editing.requireOwn(id);
    Task task = Task.ofKey(key).orElseThrow(Cities::missing);
    var answer = new Answer(kind, name, lat, lon);
    try {
      return editing.step(scenario, new Edit.Add(feature(editing.view(scenario), task, answer)));
    } catch (BadInput refused) {
      var errors = FindingWords.refuse(response, visit.words(), refused, Map.of());
      return ask(visit, scenario, key, answer, errors);
    }
  }

  private static Feature feature(CityView view, Task task, Answer answer) {
    var properties = new TreeMap<String, Object>();
    if (task == Task.ADD_FACILITY) {
      if (!KINDS.contains(answer.kind())) {
        throw Editing.refused("choose", "kind", answer.kind(), "Choose one.");
      }
      properties.put("kind", answer.kind());
    }
    String name = Editing.name(answer.name());
    properties.put("name", name);
    String layer = layer(task);
    return new Feature(
        layer,
        Editing.freeId(view, layer, name),
        Answers.place(answer.lat(), answer.lon()),
        new Properties(properties));
  }

  private static String layer(Task task) {
    return task == Task.ADD_STOP ? Layers.STOPS.name() : Layers.FACILITIES.name();
  }
}
