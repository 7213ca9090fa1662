package eu.trama.city.twin.federation;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// What other servers have, beside what this city has.
@Controller
class FederationController {

  private final Pages pages;
  private final Cities cities;
  private final Peers peers;
  private final PeerWatch watch;
  private final PeerLayers layers;

  FederationController(
      Pages pages, Cities cities, Peers peers, PeerWatch watch, PeerLayers layers) {
    this.pages = pages;
    this.cities = cities;
    this.peers = peers;
    this.watch = watch;
    this.layers = layers;
  }

  @GetMapping("/{city}/peers")
  View peers(Visit visit, @PathVariable("city") String id) {
    City city = cities.require(id);
    var panels = new PeerPanels(new Wording(visit.words(), city));
    var model = new PeersPage(watch.look(peers.of(id)).stream().map(panels::panel).toList());
    return pages.show("twin/peers", visit.page(visit.say("twin.peers.title")).in("peers"), model);
  }

  @GetMapping("/{city}/peers/{peer}/{layer}")
  View layer(
      Visit visit,
      @PathVariable("city") String cityId,
      @PathVariable("peer") String peerId,
      @PathVariable("layer") String layerId,
      HttpServletResponse response)
      throws InterruptedException {
    City city = cities.require(cityId);
    Peer peer = peers.find(cityId, peerId).orElseThrow(Cities::missing);
    Offer.Layer layer = layer(peer, layerId);
    var wording = new Wording(visit.words(), city);
    Page page =
        visit
            .page(layer.title())
            .in("peers")
            .under(Link.to(visit.say("twin.peers.title"), "/" + cityId + "/peers"));
    var panels = new PeerPanels(wording);
    try {
      return pages.show(
          "twin/peerLayer", page, panels.layer(peer, layer, layers.read(peer, layer)));
    } catch (PeerFault e) {
      response.setStatus(HttpStatus.BAD_GATEWAY.value());
      return pages.show("twin/peerLayer", page, panels.absent(peer, layer, e.fault()));
    }
  }

  /// The same features for the map: a page asks nobody but this server.
  @GetMapping("/{city}/peers/{peer}/{layer}.geojson")
  void file(
      @PathVariable("city") String cityId,
      @PathVariable("peer") String peerId,
      @PathVariable("layer") String layerId,
      HttpServletResponse response)
      throws IOException, InterruptedException {
    cities.require(cityId);
    Peer peer = peers.find(cityId, peerId).orElseThrow(Cities::missing);
    try {
      List<Feature> features = layers.read(peer, layer(peer, layerId)).features();
      response.setHeader("Cache-Control", "private, max-age=60");
      try (var collection = new Download.Collection(response)) {
        for (Feature feature : features) {
          collection.add(feature, java.util.Map.of("peer-kind", "peer"));
        }
      }
    } catch (PeerFault e) {
      throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, e.fault().key(), e);
    }
  }

  private Offer.Layer layer(Peer peer, String id) {
    return watch.look(List.of(peer)).getFirst().told().stream()
        .flatMap(told -> told.offer().layers().stream())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(Cities::missing);
  }
}
