package eu.trama.city.ogc;

import eu.trama.city.twin.City;
import java.util.List;

/// One standard that the API of a city follows. Every bean of this type takes part in the landing
/// page, in `/conformance` and in `/api`:
///
/// ```java
/// @Component
/// class ProcessesPart implements Part {
///   public List<String> conformsTo() {
///     return List.of("http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core");
///   }
///
///   public List<ApiLink> links(Asked asked) {
///     return List.of(ApiLink.to(asked.href("/processes"), PROCESSES, Media.JSON, "The processes"));
///   }
///
///   public void describe(City city, OpenApi api) {
///     api.tag("Processes", "Models that can be run");
///     api.schema("processList", Map.of("type", "object"));
///     api.get("/processes", Operation.of("getProcesses", "Processes", "The models")
///         .taking("limit").answering(Media.JSON, "processList", "The models"));
///   }
/// }
/// ```
///
/// Its controllers take an [Asked] and name what they understand, so that anything else is refused
/// as the description says:
///
/// ```java
/// @GetMapping("/ogc/{city}/processes")
/// @Nullable View processes(Asked asked) throws IOException {
///   asked.only("limit");
///   Media media = asked.choose(Media.JSON, Media.HTML);
///   return media == Media.HTML ? page(asked) : asked.answer(media, body(asked));
/// }
/// ```
///
/// A refusal is a thrown [Problem]. Reading below `/ogc/{city}` is open to everybody; whatever
/// writes declares an `OpenPath` of its own.
public interface Part {

  /// Addresses of the conformance classes, each of whose requirements holds.
  List<String> conformsTo();

  /// What the landing page leads to.
  List<ApiLink> links(Asked asked);

  /// Adds paths, schemas and parameters to the description of a city's API.
  void describe(City city, OpenApi api);
}
