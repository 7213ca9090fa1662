package eu.trama.city.twin.federation;

import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Parameter;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/// Tries one policy on this city and on a peer's, by the same model with the same settings.
@Service
public class JointRuns {

  private static final int ID_BYTES = 12;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Scenarios scenarios;
  private final Runs runs;
  private final Models models;
  private final Peers peers;
  private final PeerJobs jobs;
  private final SecureRandom random = new SecureRandom();

  JointRuns(
      DataSource source,
      Clock clock,
      Scenarios scenarios,
      Runs runs,
      Models models,
      Peers peers,
      PeerJobs jobs) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.scenarios = scenarios;
    this.runs = runs;
    this.models = models;
    this.peers = peers;
    this.jobs = jobs;
  }

  /// Begins.
  ///
  /// @param policy the text of a scenario file for any city, or for one that both servers have
  /// @param chosen settings of the model; the others are as the model has them
  /// @return its id
  /// @throws BadInput when the peer does not answer or its model does not fit, and why
  @Needs({Role.PLANNER, Role.OPERATOR})
  public String begin(
      String city,
      String peerId,
      String modelId,
      String policy,
      String language,
      Map<String, String> chosen)
      throws InterruptedException {
    Peer peer = peers.find(city, peerId).orElseThrow(() -> refused("peer-unknown", peerId));
    Model model = models.require(modelId);
    ScenarioJson.Content content = ScenarioJson.read(policy, "policy");
    try {
      PeerModel theirs = fitting(peer, model);
      Map<String, Object> settings = settings(model, chosen, theirs);
      Scenario scenario = scenarios.adopt(content.in(city), language);
      Run before = runs.baseline(scenario.snapshot(), modelId, chosen);
      Run after = runs.of(scenario, modelId, chosen);
      URI peerBefore = jobs.ask(peer, theirs, settings, null);
      URI peerAfter = jobs.ask(peer, theirs, settings, Json.read(policy));
      return keep(
          new JointRun(
              "",
              city,
              peerId,
              modelId,
              scenario.name(),
              before.id(),
              after.id(),
              peerBefore,
              peerAfter,
              clock.instant()));
    } catch (PeerFault e) {
      throw new BadInput(
          Finding.error(
              "peer-" + e.fault().key(),
              "request",
              0,
              "peer",
              peer.title(),
              "The other server cannot be used for this now: " + e.getMessage()));
    }
  }

  private PeerModel fitting(Peer peer, Model model) throws PeerFault, InterruptedException {
    Offer.Offered offered =
        peers.told(peer).stream()
            .flatMap(told -> told.offer().models().stream())
            .filter(each -> each.id().equals(model.id()))
            .findFirst()
            .orElseThrow(() -> refused("peer-model", model.id()));
    JsonNode description = jobs.description(peer, offered);
    URI from = PeerAddress.within(peer.address(), peer.address(), offered.address());
    PeerModel theirs = PeerModel.of(peer.address(), from, description, model);
    if (theirs.indicators().isEmpty() || !theirs.takesScenarios(description)) {
      throw refused("peer-units", theirs.apart().toString());
    }
    return theirs;
  }

  private static BadInput refused(String code, String value) {
    String advice =
        switch (code) {
          case "peer-unknown" -> "Choose one of the servers that this city looks at.";
          case "peer-model" -> "The other server has no such model; choose one that both have.";
          default -> "The other server measures nothing that is measured here in the same unit.";
        };
    return new BadInput(Finding.error(code, "request", 0, "model", value, advice));
  }

  /// What both models understand, as this one takes it.
  private static Map<String, Object> settings(
      Model model, Map<String, String> chosen, PeerModel theirs) {
    var all = eu.trama.city.twin.Parameters.of(model.parameters(), chosen).values().values();
    var sent = new LinkedHashMap<String, Object>();
    for (Parameter each : model.parameters()) {
      if (theirs.parameters().contains(each.name())) {
        sent.put(each.name(), all.get(each.name()));
      }
    }
    return sent;
  }

  private String keep(JointRun run) {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    jdbc.sql("insert into twin.joint_run values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, ?)")
        .params(
            id,
            run.city(),
            run.peer(),
            run.model(),
            run.policy(),
            run.before(),
            run.after(),
            run.peerBefore().toString(),
            run.peerAfter().toString(),
            run.createdAt().atOffset(ZoneOffset.UTC))
        .update();
    return id;
  }

  Optional<JointRun> find(String city, String peer, String id) {
    return jdbc.sql("select * from twin.joint_run where city = ? and peer = ? and id = ?")
        .params(city, peer, id)
        .query((row, n) -> read(row))
        .optional();
  }

  List<JointRun> of(Peer peer) {
    return jdbc.sql("select * from twin.joint_run where peer = ? order by created_at desc limit 20")
        .param(peer.id())
        .query((row, n) -> read(row))
        .list();
  }

  /// What the peer found; empty while it computes. Once there, it is kept: the peer need not answer
  /// again.
  ///
  /// @throws PeerFault when it does not answer, or its jobs failed
  Optional<PeerResults> ofPeer(JointRun run) throws PeerFault, InterruptedException {
    Optional<PeerResults> kept =
        jdbc.sql(
                "select peer_results from twin.joint_run where id = ? and peer_results is not null")
            .param(run.id())
            .query((row, n) -> Json.mapper().readValue(row.getString(1), PeerResults.class))
            .optional();
    if (kept.isPresent()) {
      return kept;
    }
    var before = jobs.results(run.peerBefore());
    var after = before.isEmpty() ? before : jobs.results(run.peerAfter());
    if (before.isEmpty() || after.isEmpty()) {
      return Optional.empty();
    }
    Peer peer = peers.find(run.city(), run.peer()).orElseThrow();
    Offer offer = peers.told(peer).orElseThrow().offer();
    var results = new PeerResults(before.get(), after.get(), jobs.zones(peer, offer));
    jdbc.sql("update twin.joint_run set peer_results = ?::jsonb where id = ?")
        .params(Json.write(results), run.id())
        .update();
    return Optional.of(results);
  }

  private static JointRun read(ResultSet row) throws SQLException {
    return new JointRun(
        row.getString("id"),
        row.getString("city"),
        row.getString("peer"),
        row.getString("model"),
        row.getString("policy"),
        row.getString("before_run"),
        row.getString("after_run"),
        URI.create(row.getString("peer_before")),
        URI.create(row.getString("peer_after")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
