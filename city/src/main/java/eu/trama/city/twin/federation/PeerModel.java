package eu.trama.city.twin.federation;

import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A process of a peer, and how far it fits a model of this server: what both measure in the same
/// unit, and which settings both understand in the same unit.
///
/// @param execution where to ask for it
/// @param indicators ids of those that can be compared
/// @param parameters names of those that are sent
/// @param apart ids and names that both have, but in other units or in units that the peer does not
///   tell
record PeerModel(
    URI execution, List<String> indicators, List<String> parameters, List<String> apart) {

  private static final List<String> EXECUTE =
      List.of("http://www.opengis.net/def/rel/ogc/1.0/execute", "execute");

  /// @param description as the peer gives it (18-062r2, OGC Process Description)
  /// @throws PeerFault when it is none
  static PeerModel of(URI peer, URI from, JsonNode description, Model model) throws PeerFault {
    URI execution =
        OfferReader.link(peer, from, description, EXECUTE)
            .orElse(PeerAddress.within(peer, from, from.getRawPath() + "/execution"));
    var apart = new ArrayList<String>();
    Map<String, String> outputs = units(description.path("outputs"));
    var indicators = new ArrayList<String>();
    for (Indicator each : model.indicators()) {
      take(each.id(), each.unit(), outputs, indicators, apart);
    }
    Map<String, String> inputs = units(description.path("inputs"));
    var parameters = new ArrayList<String>();
    for (Parameter each : model.parameters()) {
      take(each.name(), each.unit(), inputs, parameters, apart);
    }
    return new PeerModel(execution, indicators, parameters, apart);
  }

  boolean takesScenarios(JsonNode description) {
    return description.path("inputs").has("scenario");
  }

  private static void take(
      String name,
      String unit,
      Map<String, String> theirs,
      List<String> together,
      List<String> apart) {
    Optional.ofNullable(theirs.get(name))
        .ifPresent(other -> (other.equals(unit) ? together : apart).add(name));
  }

  /// By name, the unit that a process names in `additionalParameters`; empty where it names none.
  private static Map<String, String> units(JsonNode described) {
    var units = new HashMap<String, String>();
    described.properties().forEach(each -> units.put(each.getKey(), unit(each.getValue())));
    return units;
  }

  private static String unit(JsonNode described) {
    for (JsonNode each : described.path("additionalParameters").path("parameters")) {
      if (each.path("name").asString("").equals("unit")) {
        return each.path("value").path(0).asString("");
      }
    }
    return "";
  }
}
