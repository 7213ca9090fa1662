package eu.trama.city.ogc.features;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.OpenApi;
import eu.trama.city.ogc.Operation;
import eu.trama.city.ogc.Part;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// OGC API Features Part 1 (17-069r4) and Part 2 (18-058r1). Every collection has paths of its own
/// in the description, since each is selected from by other properties.
@Component
@Order(1)
class FeaturesPart implements Part {

  private static final String PART_1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String PART_2 = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";
  private static final String TAG = "Features";
  private static final String COMMON_COLLECTIONS =
      "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections";

  @Override
  public List<String> conformsTo() {
    return List.of(
        PART_1 + "core",
        PART_1 + "geojson",
        PART_1 + "html",
        PART_1 + "oas30",
        PART_2 + "crs",
        COMMON_COLLECTIONS);
  }

  @Override
  public List<ApiLink> links(Asked asked) {
    return List.of(
        ApiLink.to(asked.href("/collections"), "data", Media.JSON, "The layers"),
        ApiLink.to(
            asked.href("/collections?f=html"), "data", Media.HTML, "The layers, for people"));
  }

  @Override
  public void describe(City city, OpenApi api) {
    api.tag(TAG, "The layers of the city and what is in them");
    parameters(city, api);
    FeatureSchemas.describe(api);
    api.get(
        "/collections",
        Operation.of("getCollections", TAG, "The layers")
            .answering(Media.JSON, "collections", "All layers of the city")
            .orPage());
    Layers.ALL.forEach(layer -> layer(layer, api));
  }

  private static void layer(LayerSchema layer, OpenApi api) {
    String name = layer.name();
    String path = "/collections/" + name;
    String id = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    api.get(
        path,
        Operation.of("get" + id + "Collection", TAG, "The layer " + name)
            .answering(Media.JSON, "collection", "The layer " + name)
            .orPage());
    api.get(
        path + "/schema",
        Operation.of("get" + id + "Schema", TAG, "What properties " + name + " have")
            .answering(Media.SCHEMA, Map.of("type", "object"), "A JSON Schema"));
    Operation items =
        Operation.of("get" + id, TAG, "Features of the layer " + name)
            .taking("limit", "bbox", "bbox-crs", "datetime", "crs", "known", "start");
    for (Field field : ItemsRequest.selectable(layer)) {
      items =
          items.taking(
              OpenApi.query(
                  field.name(),
                  "Only features with this value of the property " + field.name(),
                  Schemas.type(field.type())));
    }
    api.get(
        path + "/items",
        items.answering(Media.GEOJSON, "featureCollection", "Some features").orPage());
    api.get(
        path + "/items/{featureId}",
        Operation.of("get" + id + "Feature", TAG, "One feature of the layer " + name)
            .taking("featureId", "crs")
            .answering(Media.GEOJSON, "feature", "The feature")
            .orPage());
  }

  private static void parameters(City city, OpenApi api) {
    Map<String, Object> text = Map.of("type", "string");
    Map<String, Object> systems =
        Map.of(
            "type",
            "string",
            "format",
            "uri",
            "enum",
            Crs.of(city).stream().map(Crs::uri).toList(),
            "default",
            Crs.CRS84.uri());
    api.parameter(
        "limit",
        OpenApi.query(
            "limit",
            "How many features a page holds at most; more than the maximum counts as the maximum",
            Map.of(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsRequest.MOST,
                "default",
                ItemsRequest.USUAL)));
    api.parameter("bbox", OpenApi.query("bbox", bboxMeans(), bbox()));
    api.parameter(
        "bbox-crs",
        OpenApi.query("bbox-crs", "The coordinate system of the numbers of bbox", systems));
    api.parameter("crs", OpenApi.query("crs", "The coordinate system of the answer", systems));
    api.parameter(
        "datetime",
        OpenApi.query(
            "datetime",
            "Only features that were so at this instant, or at some instant of this interval (ends"
                + " divided by a slash, `..` for an open one); today where nothing is said",
            text));
    api.parameter(
        "known",
        OpenApi.query(
            "known",
            "As far as the twin had learned by this instant; pins the pages of one reading",
            Map.of("type", "string", "format", "date-time")));
    api.parameter(
        "start",
        OpenApi.query("start", "Where a page begins; only links to next pages carry it", text));
    api.parameter("featureId", OpenApi.inPath("featureId", "The id of a feature", text));
  }

  private static String bboxMeans() {
    return "Only features whose geometry meets this box: lower corner, upper corner, with heights"
        + " in the third and sixth place where there are six numbers";
  }

  /// As Part 1, 7.15.3, prescribes it.
  private static Map<String, Object> bbox() {
    var bbox = new LinkedHashMap<String, Object>();
    bbox.put("type", "array");
    bbox.put(
        "oneOf",
        List.of(Map.of("minItems", 4, "maxItems", 4), Map.of("minItems", 6, "maxItems", 6)));
    bbox.put("items", Map.of("type", "number"));
    return bbox;
  }
}
