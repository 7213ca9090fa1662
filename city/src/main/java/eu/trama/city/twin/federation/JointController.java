package eu.trama.city.twin.federation;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.pages.Cities;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Tries a policy here and at a peer, and shows both.
@Controller
class JointController {

  private final Pages pages;
  private final Cities cities;
  private final Peers peers;
  private final JointRuns joint;
  private final JointView view;
  private final Templates templates;
  private final Scenarios scenarios;
  private final Models models;
  private final CurrentPerson current;

  JointController(
      Pages pages,
      Cities cities,
      Peers peers,
      JointRuns joint,
      JointView view,
      Templates templates,
      Scenarios scenarios,
      Models models,
      CurrentPerson current) {
    this.pages = pages;
    this.cities = cities;
    this.peers = peers;
    this.joint = joint;
    this.view = view;
    this.templates = templates;
    this.scenarios = scenarios;
    this.models = models;
    this.current = current;
  }

  @GetMapping("/{city}/peers/{peer}/try")
  View ask(
      Visit visit,
      @PathVariable("city") String city,
      @PathVariable("peer") String peer,
      @RequestParam(name = "scenario", defaultValue = "") String scenario) {
    return ask(visit, cities.require(city), require(city, peer), scenario, List.of());
  }

  private Peer require(String city, String peer) {
    return peers.find(city, peer).orElseThrow(Cities::missing);
  }

  private View ask(Visit visit, City city, Peer peer, String scenario, List<FormError> errors) {
    var words = visit.words();
    var options = new ArrayList<Field.Option>();
    templates
        .policies()
        .forEach(each ->
            options.add(
                new Field.Option(
                    each.id(),
                    each.content().name(visit.language().tag()),
                    each.content().description(visit.language().tag()))));
    options.add(
        new Field.Option("", words.say("twin.joint.own"), words.say("twin.joint.own.hint")));
    var fields =
        List.of(
            Field.of("policy", Field.Kind.RADIO, words.say("twin.joint.policy"))
                .options(options)
                .value(scenario.isEmpty() ? options.getFirst().value() : "")
                .checked(errors),
            Field.of("scenario", Field.Kind.TEXT, words.say("twin.joint.scenario"))
                .hint(words.say("twin.joint.scenario.hint"))
                .value(scenario)
                .checked(errors));
    var wording = new Wording(words, city);
    var model =
        new JointForm(
            base(peer) + "/try#errors",
            current.is(Role.PLANNER, Role.OPERATOR),
            fields,
            errors,
            joint.of(peer).stream()
                .map(each ->
                    Link.to(
                        each.policy() + ", " + wording.when(each.createdAt()),
                        base(peer) + "/try/" + each.id()))
                .toList());
    return pages.show("twin/jointForm", page(visit, peer, words.say("twin.joint.title")), model);
  }

  private static String base(Peer peer) {
    return "/" + peer.city() + "/peers/" + peer.id();
  }

  private static Page page(Visit visit, Peer peer, String title) {
    return visit
        .page(title)
        .in("peers")
        .under(Link.to(visit.say("twin.peers.title"), "/" + peer.city() + "/peers"));
  }

  @PostMapping("/{city}/peers/{peer}/try")
  View begin(
      Visit visit,
      @PathVariable("city") String cityId,
      @PathVariable("peer") String peerId,
      @RequestParam(name = "policy", defaultValue = "") String policy,
      @RequestParam(name = "scenario", defaultValue = "") String scenario,
      HttpServletResponse response)
      throws InterruptedException {
    City city = cities.require(cityId);
    Peer peer = require(cityId, peerId);
    String model = models.all().stream().findFirst().map(Model::id).orElseThrow(Cities::missing);
    try {
      String text = policy.isEmpty() ? ofScenario(scenario) : ofPolicy(policy);
      String id = joint.begin(cityId, peerId, model, text, visit.language().tag(), Map.of());
      return SeeOther.at(base(peer) + "/try/" + id + "#main");
    } catch (BadInput refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      var errors =
          FindingWords.errors(visit.words(), refused, Map.of("model", "policy", "peer", "policy"));
      return ask(visit, city, peer, scenario, errors);
    }
  }

  private String ofPolicy(String id) {
    return templates.policies().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(Templates.Template::text)
        .orElseThrow(Cities::missing);
  }

  /// A scenario of this server, as a file that travels.
  private String ofScenario(String idOrLink) {
    String id = idOrLink.strip().replaceAll(".*/scenarios/", "").replaceAll("[/?#].*", "");
    return scenarios
        .find(id)
        .map(found -> Json.write(ScenarioJson.write(found)))
        .orElseThrow(() ->
            new BadInput(
                eu.trama.city.twin.Finding.error(
                    "scenario-unknown", "request", 0, "scenario", idOrLink, "Check the link.")));
  }

  @GetMapping("/{city}/peers/{peer}/try/{id}")
  View result(
      Visit visit,
      @PathVariable("city") String cityId,
      @PathVariable("peer") String peerId,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> chosen)
      throws InterruptedException {
    cities.require(cityId);
    Peer peer = require(cityId, peerId);
    JointRun run = joint.find(cityId, peerId, id).orElseThrow(Cities::missing);
    return pages.show(
        "twin/joint",
        page(visit, peer, run.policy()).wholeWidth(),
        view.of(visit, peer, run, chosen));
  }
}
