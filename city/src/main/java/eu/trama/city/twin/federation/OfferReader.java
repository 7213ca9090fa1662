package eu.trama.city.twin.federation;

import eu.trama.city.twin.federation.Offer.Layer;
import eu.trama.city.twin.federation.Offer.Offered;
import eu.trama.city.twin.pages.Paths;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what a server has, from its landing page on (OGC API Features, 17-069r4; Processes,
/// 18-062r2).
@Component
final class OfferReader {

  /// Relations that lead from a landing page to collections, as the first standard and the later
  /// ones write it, and to processes.
  private static final List<String> COLLECTIONS =
      List.of("data", "http://www.opengis.net/def/rel/ogc/1.0/data");

  private static final List<String> PROCESSES =
      List.of("http://www.opengis.net/def/rel/ogc/1.0/processes", "processes");

  private static final int MOST = 200;
  private static final int LONGEST = 300;

  private final PeerClient client;

  OfferReader(PeerClient client) {
    this.client = client;
  }

  /// @param patience for each of the three answers
  /// @throws PeerFault when the server does not answer, or is none of OGC APIs
  Offer read(URI landing, Duration patience) throws PeerFault, InterruptedException {
    JsonNode page = client.get(landing, patience);
    Optional<URI> collections = link(landing, landing, page, COLLECTIONS);
    Optional<URI> processes = link(landing, landing, page, PROCESSES);
    if (collections.isEmpty() && processes.isEmpty()) {
      throw new PeerFault(Fault.UNCLEAR, "no landing page of an OGC API: " + landing);
    }
    var layers = new ArrayList<Layer>();
    if (collections.isPresent()) {
      JsonNode answer = client.get(collections.get(), patience);
      for (JsonNode each : first(answer.path("collections"))) {
        layer(landing, collections.get(), each).ifPresent(layers::add);
      }
    }
    var models = new ArrayList<Offered>();
    if (processes.isPresent()) {
      JsonNode answer = client.get(processes.get(), patience);
      for (JsonNode each : first(answer.path("processes"))) {
        models.add(model(landing, processes.get(), each));
      }
    }
    return new Offer(text(page, "title"), text(page, "description"), layers, models);
  }

  private static Optional<Layer> layer(URI peer, URI collections, JsonNode of) throws PeerFault {
    Optional<URI> items = link(peer, collections, of, List.of("items"));
    if (items.isEmpty()) {
      return Optional.empty();
    }
    String id = text(of, "id");
    String title = text(of, "title");
    return Optional.of(
        new Layer(
            id,
            title.isEmpty() ? id : title,
            text(of, "description"),
            items.get().toString(),
            licence(of)));
  }

  /// A licence may be anywhere, and is shown as text only.
  private static String licence(JsonNode of) {
    for (JsonNode each : of.path("links")) {
      if (text(each, "rel").equals("license")) {
        return text(each, "href");
      }
    }
    return text(of, "license");
  }

  private static Offered model(URI peer, URI processes, JsonNode of) throws PeerFault {
    String id = text(of, "id");
    Optional<URI> self = link(peer, processes, of, List.of("self", "process-desc"));
    URI address =
        self.isPresent()
            ? self.get()
            : PeerAddress.within(peer, processes, base(processes) + "/" + Paths.parameter(id));
    String title = text(of, "title");
    return new Offered(id, title.isEmpty() ? id : title, text(of, "version"), address.toString());
  }

  private static String base(URI address) {
    String path = address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /// The link of a document with one of these relations; the JSON form where there are several.
  static Optional<URI> link(URI peer, URI from, JsonNode of, List<String> relations)
      throws PeerFault {
    JsonNode found = null;
    for (JsonNode each : first(of.path("links"))) {
      boolean json = text(each, "type").contains("json");
      if (relations.contains(text(each, "rel")) && (found == null || (json && !isJson(found)))) {
        found = each;
      }
    }
    return found == null
        ? Optional.empty()
        : Optional.of(PeerAddress.within(peer, from, text(found, "href")));
  }

  private static boolean isJson(JsonNode link) {
    return text(link, "type").contains("json");
  }

  private static List<JsonNode> first(JsonNode array) {
    var some = new ArrayList<JsonNode>();
    for (JsonNode each : array) {
      if (some.size() == MOST) {
        break;
      }
      some.add(each);
    }
    return some;
  }

  static String text(JsonNode of, String name) {
    String text = of.path(name).asString("").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
