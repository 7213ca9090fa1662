package eu.trama.city.twin.federation;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Has a peer's process run, and takes in what came of it (OGC API Processes, 18-062r2).
@Component
class PeerJobs {

  private static final int MOST_ZONES = 5_000;
  private static final List<String> ENDED_BADLY = List.of("failed", "dismissed");

  private final PeerClient client;
  private final FederationSettings settings;

  PeerJobs(PeerClient client, FederationSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  JsonNode description(Peer peer, Offer.Offered model) throws PeerFault, InterruptedException {
    return client.get(
        PeerAddress.within(peer.address(), peer.address(), model.address()), settings.patience());
  }

  /// Asks for a run.
  ///
  /// @param scenario a scenario document; null for the peer's city as it is
  /// @return address of the job
  URI ask(Peer peer, PeerModel model, Map<String, Object> parameters, @Nullable Object scenario)
      throws PeerFault, InterruptedException {
    var inputs = new LinkedHashMap<String, Object>(parameters);
    if (scenario != null) {
      inputs.put("scenario", scenario);
    }
    var request = Map.of("inputs", inputs, "response", "document");
    var answer = client.post(model.execution(), request, settings.patience());
    if (answer.location().isEmpty()) {
      throw new PeerFault(Fault.UNCLEAR, "no job: " + model.execution());
    }
    return PeerAddress.within(peer.address(), model.execution(), answer.location());
  }

  /// The outputs of a job by indicator and zone; empty while it runs.
  ///
  /// @throws PeerFault when it failed there
  Optional<Map<String, Map<String, Double>>> results(URI job)
      throws PeerFault, InterruptedException {
    String state = client.get(job, settings.patience()).path("status").asString("");
    if (ENDED_BADLY.contains(state)) {
      throw new PeerFault(Fault.REFUSED, "the job " + state + ": " + job);
    }
    if (!state.equals("successful")) {
      return Optional.empty();
    }
    JsonNode outputs = client.get(URI.create(job + "/results"), settings.patience());
    var results = new TreeMap<String, Map<String, Double>>();
    outputs.properties().forEach(each -> results.put(each.getKey(), numbers(each.getValue())));
    return Optional.of(results);
  }

  /// @param output an object as it is, or as the standard's results have it: `{"value": …}`
  private static Map<String, Double> numbers(JsonNode output) {
    JsonNode byZone = output.path("value").isObject() ? output.path("value") : output;
    var numbers = new TreeMap<String, Double>();
    byZone
        .properties()
        .forEach(zone -> {
          double value = zone.getValue().asDouble(Double.NaN);
          if (Double.isFinite(value) && numbers.size() < MOST_ZONES) {
            numbers.put(zone.getKey(), value);
          }
        });
    return numbers;
  }

  /// The zones of a peer with population and income, from its layers `zones` and `statistics`,
  /// which each Trama has; none where the peer has no such layers.
  List<PeerResults.PeerZone> zones(Peer peer, Offer offer) throws PeerFault, InterruptedException {
    Map<String, Double> population = statistic(peer, offer, "population");
    Map<String, Double> income = statistic(peer, offer, "income");
    var zones = new ArrayList<PeerResults.PeerZone>();
    for (JsonNode each : features(peer, offer, "zones", "level=neighbourhood")) {
      String id = each.path("id").asString("");
      zones.add(
          new PeerResults.PeerZone(
              id,
              each.path("properties").path("name").asString(id),
              population.get(id),
              income.get(id)));
    }
    return zones;
  }

  /// By zone, the value of the latest year.
  private Map<String, Double> statistic(Peer peer, Offer offer, String indicator)
      throws PeerFault, InterruptedException {
    var values = new HashMap<String, Double>();
    var years = new HashMap<String, Integer>();
    for (JsonNode each : features(peer, offer, "statistics", "indicator=" + indicator)) {
      JsonNode of = each.path("properties");
      String zone = of.path("zone").asString("");
      int year = of.path("year").asInt(0);
      double value = of.path("value").asDouble(Double.NaN);
      if (Double.isFinite(value) && year >= years.getOrDefault(zone, Integer.MIN_VALUE)) {
        values.put(zone, value);
        years.put(zone, year);
      }
    }
    return values;
  }

  /// The features of a layer that have a property, page after page.
  private List<JsonNode> features(Peer peer, Offer offer, String layer, String filter)
      throws PeerFault, InterruptedException {
    Optional<Offer.Layer> found =
        offer.layers().stream().filter(each -> each.id().equals(layer)).findFirst();
    var features = new ArrayList<JsonNode>();
    Optional<URI> page = Optional.empty();
    if (found.isPresent()) {
      URI items = PeerAddress.within(peer.address(), peer.address(), found.get().items());
      String sign = items.getRawQuery() == null ? "?" : "&";
      page = Optional.of(URI.create(items + sign + "f=json&limit=1000&" + filter));
    }
    while (page.isPresent() && features.size() < MOST_ZONES) {
      JsonNode answer = client.get(page.get(), settings.patience());
      answer.path("features").forEach(features::add);
      page = OfferReader.link(peer.address(), page.get(), answer, List.of("next"));
    }
    return features;
  }
}
