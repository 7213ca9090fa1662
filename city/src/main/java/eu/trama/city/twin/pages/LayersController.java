package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.FeatureVersion;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The layers of a city, and each feature of them, at any point in both times.
@Controller
class LayersController {

  private static final int ROWS = 100;

  private final Pages pages;
  private final Cities cities;
  private final Twin twin;
  private final Catalogue catalogue;

  LayersController(Pages pages, Cities cities, Twin twin, Catalogue catalogue) {
    this.pages = pages;
    this.cities = cities;
    this.twin = twin;
    this.catalogue = catalogue;
  }

  @GetMapping("/{city}/layers")
  View layers(Visit visit, @PathVariable("city") String id) {
    City city = cities.require(id);
    var wording = new Wording(visit.words(), city);
    var model = new LayerList(LayerTables.lines(wording, twin.layers(cities.today(city))));
    return pages.show(
        "twin/layers", visit.page(visit.say("twin.layers.title")).in("layers"), model);
  }

  @GetMapping("/{city}/layers/{layer}")
  View layer(
      Visit visit,
      @PathVariable("city") String id,
      @PathVariable("layer") String name,
      @RequestParam(name = "valid", defaultValue = "") String valid,
      @RequestParam(name = "known", defaultValue = "") String known,
      @RequestParam(name = "after", defaultValue = "") String after) {
    City city = cities.require(id);
    LayerSchema schema = Layers.byName(name).orElseThrow(Cities::missing);
    var wording = new Wording(visit.words(), city);
    Snapshot today = cities.today(city);
    var snapshot = new Snapshot(id, new Moment(valid, known).in(city, today.asOf()));
    String way = "/" + id + "/layers/" + name;
    String query = query(valid, known);
    long total = twin.layers(snapshot).getOrDefault(name, 0L);
    List<Feature> features = twin.page(snapshot, name, after, ROWS, null);
    boolean last = features.size() < ROWS;
    var model =
        new LayerPage(
            visit.say("twin.layer.about." + name),
            way,
            momentForm(wording, valid, known),
            visit.say(
                "twin.layer.at",
                wording.when(snapshot.asOf().valid()),
                wording.when(snapshot.asOf().known())),
            LayerMaps.layer(wording, snapshot, schema, features),
            total > LayerMaps.MOST,
            LayerTables.features(wording, schema, features, total, query),
            LayerTables.schema(wording, schema),
            after.isEmpty() ? "" : way + query,
            last ? "" : way + with(query, "after", features.getLast().id()),
            LayerFile.links(wording.words(), snapshot, schema));
    return pages.show(
        "twin/layer",
        visit
            .page(visit.say("twin.layer." + name))
            .in("layers")
            .under(Link.to(visit.say("twin.layers.title"), "/" + id + "/layers"))
            .wholeWidth(),
        model);
  }

  private static List<Field> momentForm(Wording wording, String valid, String known) {
    return List.of(
        Field.of("valid", Field.Kind.DATE, wording.say("twin.moment.valid"))
            .hint(wording.say("twin.moment.valid.hint"))
            .value(valid),
        Field.of("known", Field.Kind.DATE, wording.say("twin.moment.known"))
            .hint(wording.say("twin.moment.known.hint"))
            .value(known));
  }

  private static String query(String valid, String known) {
    String query = valid.isEmpty() ? "" : with("", "valid", valid);
    return known.isEmpty() ? query : with(query, "known", known);
  }

  private static String with(String query, String name, String value) {
    return query + (query.isEmpty() ? "?" : "&") + name + "=" + Paths.parameter(value);
  }

  @GetMapping("/{city}/layers/{layer}/{*id}")
  View feature(
      Visit visit,
      @PathVariable("city") String cityId,
      @PathVariable("layer") String layer,
      @PathVariable("id") String path,
      @RequestParam(name = "valid", defaultValue = "") String valid,
      @RequestParam(name = "known", defaultValue = "") String known) {
    City city = cities.require(cityId);
    String id = path.substring(1);
    LayerSchema schema = Layers.byName(layer).orElseThrow(Cities::missing);
    var wording = new Wording(visit.words(), city);
    var snapshot =
        new Snapshot(cityId, new Moment(valid, known).in(city, cities.today(city).asOf()));
    List<FeatureVersion> history = twin.history(cityId, layer, id);
    if (history.isEmpty()) {
      throw Cities.missing();
    }
    Optional<Feature> feature = twin.feature(snapshot, layer, id);
    var model =
        new FeaturePage(
            feature.map(each -> LayerTables.properties(wording, each)).orElse(List.of()),
            feature.flatMap(each -> LayerMaps.feature(wording, snapshot, schema, each)),
            Histories.table(wording, catalogue, history));
    return pages.show(
        "twin/feature",
        visit
            .page(LayerTables.name(feature.orElse(history.getFirst().feature())))
            .in("layers")
            .under(
                Link.to(visit.say("twin.layers.title"), "/" + cityId + "/layers"),
                Link.to(visit.say("twin.layer." + layer), "/" + cityId + "/layers/" + layer)),
        model);
  }
}
