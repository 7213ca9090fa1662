package eu.trama.city.twin.federation;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.pages.Cities;
import eu.trama.city.twin.pages.Download;
import eu.trama.city.twin.pages.FindingWords;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Link;
import eu.trama.city.web.Page;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  private final Models models;
  private final CurrentPerson current;

  FederationController(
      Pages pages,
      Cities cities,
      Peers peers,
      PeerWatch watch,
      PeerLayers layers,
      Models models,
      CurrentPerson current) {
    this.pages = pages;
    this.cities = cities;
    this.peers = peers;
    this.watch = watch;
    this.layers = layers;
    this.models = models;
    this.current = current;
  }

  @GetMapping("/{city}/peers")
  View peers(Visit visit, @PathVariable("city") String id) {
    return peers(visit, cities.require(id), "", List.of());
  }

  private View peers(Visit visit, City city, String typed, List<FormError> errors) {
    var panels = new PeerPanels(new Wording(visit.words(), city));
    Set<String> ids = models.all().stream().map(Model::id).collect(Collectors.toSet());
    var model =
        new PeersPage(
            watch.look(peers.of(city.id())).stream()
                .map(state -> panels.panel(state, ids))
                .toList(),
            current.is(Role.PLANNER, Role.OPERATOR),
            "/" + city.id() + "/peers#errors",
            List.of(
                Field.of("address", Field.Kind.TEXT, visit.say("twin.peers.add.address"))
                    .hint(visit.say("twin.peers.add.hint"))
                    .value(typed)
                    .checked(errors)),
            errors);
    return pages.show("twin/peers", visit.page(visit.say("twin.peers.title")).in("peers"), model);
  }

  @PostMapping("/{city}/peers")
  View add(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "address", defaultValue = "") String address,
      HttpServletResponse response)
      throws InterruptedException {
    City city = cities.require(id);
    try {
      return SeeOther.at("/" + id + "/peers#peer-" + peers.add(id, address));
    } catch (BadInput refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      return peers(
          visit, city, address, FindingWords.errors(visit.words(), refused, java.util.Map.of()));
    }
  }

  @PostMapping("/{city}/peers/{peer}/remove")
  View remove(@PathVariable("city") String id, @PathVariable("peer") String peer) {
    cities.require(id);
    if (!peers.remove(id, peer)) {
      throw Cities.missing();
    }
    return SeeOther.at("/" + id + "/peers#main");
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
      List<Feature> features = layers.shown(peer, layer(peer, layerId)).features();
      response.setHeader("Cache-Control", "private, max-age=60");
      var collection = new Download.Collection(response);
      for (Feature feature : features) {
        collection.add(feature, java.util.Map.of("peer-kind", "peer"));
      }
      collection.end();
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
