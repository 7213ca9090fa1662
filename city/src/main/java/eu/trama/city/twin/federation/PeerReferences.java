package eu.trama.city.twin.federation;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.References;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Fetches what visitors refer to with the same care as what peers tell. Anybody may refer to
/// something, while only a planner names a peer: that private peers are allowed says nothing here.
@Component
class PeerReferences implements References {

  private final FederationSettings settings;
  private final PeerAddress addresses;

  PeerReferences(FederationSettings settings) {
    this.settings = settings;
    this.addresses = new PeerAddress(settings.privateReferences());
  }

  @Override
  public JsonNode read(String address) {
    try {
      var asked = PeerAddress.read(address);
      var get = new PinnedGet(asked, addresses.resolve(asked), PeerClient.LARGEST);
      return Json.readOutside(get.body(settings.patience()), "reference");
    } catch (PeerFault e) {
      throw refused(address, advice(e.fault()));
    } catch (BadInput e) {
      throw refused(address, advice(Fault.UNCLEAR));
    }
  }

  private static String advice(Fault fault) {
    return switch (fault) {
      case SLOW -> "It did not answer in time; send the value itself.";
      case UNREACHABLE -> "It cannot be reached from here; send the value itself.";
      case REFUSED -> "It did not answer with 200, and redirects are not followed.";
      case UNCLEAR -> "It is not a JSON document; refer to one.";
      case LARGE -> "It has more than 8 MiB; refer to less.";
      case FORBIDDEN -> "Refer to a public address of HTTP or HTTPS.";
    };
  }

  private static BadInput refused(String address, String advice) {
    return new BadInput(Finding.error("reference", "request", 0, "href", address, advice));
  }
}
