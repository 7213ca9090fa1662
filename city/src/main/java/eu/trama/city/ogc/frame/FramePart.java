package eu.trama.city.ogc.frame;

import eu.trama.city.ogc.ApiLink;
import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Media;
import eu.trama.city.ogc.OpenApi;
import eu.trama.city.ogc.Operation;
import eu.trama.city.ogc.Part;
import eu.trama.city.twin.City;
import eu.trama.city.web.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What every OGC API has: landing page, conformance and description, as OGC API Common Part 1
/// (19-072) words them.
@Component
@Order(0)
class FramePart implements Part {

  private static final String COMMON = "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/";
  private static final String TAG = "Frame";
  private static final Map<String, Object> TEXT = Map.of("type", "string");

  @Override
  public List<String> conformsTo() {
    return List.of(
        COMMON + "core",
        COMMON + "landing-page",
        COMMON + "json",
        COMMON + "html",
        COMMON + "oas30");
  }

  @Override
  public List<ApiLink> links(Asked asked) {
    return List.of(
        ApiLink.to(asked.href("/api"), "service-desc", Media.OPENAPI, "What this API understands"),
        ApiLink.to(asked.href("/api?f=html"), "service-doc", Media.HTML, "The same for people"),
        ApiLink.to(
            asked.href("/conformance"), "conformance", Media.JSON, "The standards it follows"));
  }

  @Override
  public void describe(City city, OpenApi api) {
    api.tag(TAG, "What there is, and what it follows");
    shared(api);
    api.get(
        "/",
        Operation.of("getLandingPage", TAG, "The landing page")
            .answering(Media.JSON, "landingPage", "Links to all that there is")
            .orPage());
    api.get(
        "/conformance",
        Operation.of("getConformance", TAG, "The standards that this API follows")
            .answering(Media.JSON, "confClasses", "Addresses of conformance classes")
            .orPage());
    api.get(
        "/api",
        Operation.of("getApi", TAG, "This description")
            .answering(Media.OPENAPI, Map.of("type", "object"), "An OpenAPI 3.0 document")
            .orPage());
  }

  private static void shared(OpenApi api) {
    api.parameter(
        "f",
        OpenApi.query(
            "f", "The form of the answer; what is left out is taken from the header Accept", TEXT));
    api.parameter(
        "lang",
        OpenApi.query(
            "lang",
            "The language of pages and titles; what is left out is taken from Accept-Language",
            Map.of(
                "type",
                "string",
                "enum",
                Arrays.stream(Language.values()).map(Language::tag).toList())));
    api.schema(
        "link",
        object(
            List.of("href", "rel"),
            Map.of(
                "href",
                Map.of("type", "string", "format", "uri-reference"),
                "rel",
                TEXT,
                "type",
                TEXT,
                "title",
                TEXT,
                "templated",
                Map.of("type", "boolean"))));
    Map<String, Object> links = Map.of("type", "array", "items", OpenApi.ref("schemas", "link"));
    api.schema("links", links);
    api.schema(
        "landingPage",
        object(
            List.of("links"),
            Map.of(
                "title",
                TEXT,
                "description",
                TEXT,
                "attribution",
                TEXT,
                "links",
                OpenApi.ref("schemas", "links"))));
    api.schema(
        "confClasses",
        object(
            List.of("conformsTo"), Map.of("conformsTo", Map.of("type", "array", "items", TEXT))));
    api.schema(
        "problem",
        object(
            List.of("title", "status"),
            Map.of(
                "type",
                TEXT,
                "title",
                TEXT,
                "status",
                Map.of("type", "integer"),
                "detail",
                TEXT,
                "instance",
                TEXT)));
    api.response(
        "problem",
        Map.of(
            "description",
            "The request is refused, and why (RFC 9457)",
            "content",
            Map.of(
                Media.PROBLEM.type().toString(),
                Map.of("schema", OpenApi.ref("schemas", "problem")),
                Media.JSON.type().toString(),
                Map.of("schema", OpenApi.ref("schemas", "problem")),
                Media.HTML.type().toString(),
                Map.of("schema", TEXT))));
  }

  private static Map<String, Object> object(List<String> required, Map<String, ?> properties) {
    return Map.of("type", "object", "required", required, "properties", properties);
  }
}
