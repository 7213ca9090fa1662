package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Addresses;
import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.twin.City;
import eu.trama.city.twin.FeatureSearch;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerFacts;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSchema.Shape;
import eu.trama.city.twin.StoredFeature;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.map.Extent;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Collections and features as pages for people.
@Component
class FeaturePages {

  private static final int LONGEST_CELL = 80;

  /// A map of one place shows this many degrees around it.
  private static final double AROUND = 0.01;

  /// Web Mercator's own limit, a little within.
  private static final double FARTHEST_NORTH = 85;

  private final Pages pages;

  FeaturePages(Pages pages) {
    this.pages = pages;
  }

  View collections(Asked asked, List<LayerSchema> layers) {
    var lines =
        layers.stream()
            .map(layer ->
                new CollectionsPage.Line(
                    asked.say("twin.layer." + layer.name()),
                    asked.say("twin.layer.about." + layer.name()),
                    path(asked, layer) + "?f=html"))
            .toList();
    var page = asked.page(asked.say("ogc.collections.title")).under(start(asked));
    return pages.show("ogc/collections", page, new CollectionsPage(lines));
  }

  View collection(Asked asked, LayerSchema layer, LayerFacts facts, List<ApiLink> links) {
    var model =
        new CollectionPage(
            asked.say("twin.layer.about." + layer.name()),
            asked.say("ogc.collection.count", facts.count()),
            path(asked, layer) + "/items?f=html",
            fields(asked, layer),
            Crs.of(asked.city()).stream().map(Crs::uri).toList(),
            links);
    var page = asked.page(asked.say("twin.layer." + layer.name())).under(start(asked), list(asked));
    return pages.show("ogc/collection", page, model);
  }

  View items(
      Asked asked,
      LayerSchema layer,
      ItemsRequest wanted,
      FeatureSearch.Page found,
      OptionalLong matched) {
    List<StoredFeature> features = found.features();
    String self = asked.self();
    String next = found.next().map(start -> Items.next(self, wanted, start)).orElse("");
    String count =
        matched.isPresent()
            ? asked.say("ogc.items.of", features.size(), matched.getAsLong())
            : asked.say("ogc.items.some", features.size());
    var model =
        new ItemsPage(
            count,
            map(asked, layer, features, Addresses.with(self, "f", Media.GEOJSON.f())),
            table(asked, layer, features, count),
            next,
            Addresses.with(self, "f", Media.GEOJSON.f()));
    var page =
        asked
            .page(asked.say("ogc.items.title", asked.say("twin.layer." + layer.name())))
            .under(start(asked), list(asked), self(asked, layer))
            .wholeWidth();
    return pages.show("ogc/items", page, model);
  }

  View item(Asked asked, LayerSchema layer, StoredFeature feature) {
    var rows = new ArrayList<Row>();
    feature
        .properties()
        .values()
        .forEach((name, value) -> rows.add(Row.of("", label(asked, name), value.toString())));
    rows.add(Row.of("", asked.say("ogc.item.from"), feature.validFrom().toString()));
    feature
        .validTo()
        .ifPresent(to -> rows.add(Row.of("", asked.say("ogc.item.to"), to.toString())));
    var table =
        new DataTable(
            "features",
            asked.say("ogc.item.caption"),
            List.of(
                Column.text(asked.say("ogc.item.property")),
                Column.text(asked.say("ogc.item.value"))),
            rows,
            false);
    String self = Addresses.with(asked.self(), "f", Media.GEOJSON.f());
    var model = new ItemsPage("", map(asked, layer, List.of(feature), self), table, "", self);
    var page = asked.page(name(feature)).under(start(asked), list(asked), self(asked, layer));
    return pages.show("ogc/items", page, model);
  }

  private static DataTable table(
      Asked asked, LayerSchema layer, List<StoredFeature> features, String caption) {
    List<Field> fields =
        layer.fields().stream().filter(field -> !field.name().equals("name")).toList();
    var columns = new ArrayList<Column>();
    columns.add(Column.text(asked.say("ogc.item.name")));
    for (Field field : fields) {
      boolean number = field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE;
      columns.add(new Column(label(asked, field.name()), number, Optional.empty()));
    }
    boolean areas = layer.shapes().contains(Shape.POLYGON);
    var rows = new ArrayList<Row>();
    for (StoredFeature feature : features) {
      var cells = new ArrayList<String>();
      var values = feature.properties().values();
      cells.add(name(feature));
      fields.forEach(field -> cells.add(cell(values.get(field.name()))));
      String href = path(asked, layer) + "/items/" + Addresses.encoded(feature.id()) + "?f=html";
      rows.add(new Row(areas ? feature.id() : "", href, cells));
    }
    return new DataTable("features", caption, columns, rows, true);
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "–" : value.toString();
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
  }

  private static Optional<MapPanel> map(
      Asked asked, LayerSchema layer, List<StoredFeature> features, String url) {
    var box = new Envelope();
    for (StoredFeature feature : features) {
      var geometry = feature.geometry();
      if (geometry != null) {
        box.expandToInclude(geometry.getEnvelopeInternal());
      }
    }
    String name = asked.say("twin.layer." + layer.name());
    return box.isNull()
        ? Optional.empty()
        : Optional.of(
            new MapPanel(
                "map",
                "features",
                name,
                extent(asked.city(), box),
                List.of(drawn(layer, url, name)),
                List.of(),
                ""));
  }

  private static MapLayer drawn(LayerSchema layer, String url, String name) {
    if (layer.shapes().contains(Shape.POLYGON)) {
      return MapLayer.Zones.plain(url);
    }
    if (layer.shapes().contains(Shape.LINE)) {
      return MapLayer.Lines.coloured(url, name, "colour");
    }
    var symbol = MapLayer.Symbol.plain("", name, MapLayer.Shape.CIRCLE);
    return new MapLayer.Points(url, "kind", List.of(symbol));
  }

  private static Extent extent(City city, Envelope box) {
    var around = new Envelope(box);
    around.expandBy(Math.max(AROUND, box.getWidth() / 20), Math.max(AROUND, box.getHeight() / 20));
    double south = Math.max(-FARTHEST_NORTH, around.getMinY());
    double north = Math.min(FARTHEST_NORTH, around.getMaxY());
    return south < north
        ? new Extent(
            Math.max(-180, around.getMinX()), south, Math.min(180, around.getMaxX()), north)
        : new Extent(
            city.lon() - AROUND, city.lat() - AROUND, city.lon() + AROUND, city.lat() + AROUND);
  }

  private static List<String> fields(Asked asked, LayerSchema layer) {
    return layer.fields().stream()
        .map(field -> field.name() + ": " + label(asked, field.name()))
        .toList();
  }

  private static String label(Asked asked, String name) {
    var words = asked.visit().words();
    return words.messages().keys(words.language()).contains("twin.field." + name)
        ? asked.say("twin.field." + name)
        : name;
  }

  private static String name(StoredFeature feature) {
    return feature.properties().text("name").orElse(feature.id());
  }

  private static String path(Asked asked, LayerSchema layer) {
    return "/ogc/" + asked.city().id() + "/collections/" + layer.name();
  }

  private static Link start(Asked asked) {
    return Link.to(
        asked.say("ogc.landing.title", asked.city().name()),
        "/ogc/" + asked.city().id() + "?f=html");
  }

  private static Link list(Asked asked) {
    return Link.to(
        asked.say("ogc.collections.title"), "/ogc/" + asked.city().id() + "/collections?f=html");
  }

  private static Link self(Asked asked, LayerSchema layer) {
    return Link.to(asked.say("twin.layer." + layer.name()), path(asked, layer) + "?f=html");
  }
}
