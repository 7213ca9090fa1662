package eu.trama.city.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.identity.Browsing;
import eu.trama.city.identity.Role;
import eu.trama.city.web.Language;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Words;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Attempts to get a system past a gate that is not signed, as forms sent by people who signed in;
/// each must be refused, with the gate's name on the page.
final class Attempts {

  static final Words CATALAN = Messages.load().in(Language.CATALAN);

  private final String path;
  private final Map<Role, Browsing> staff = new TreeMap<>();
  private final Browsing team;
  private final Browsing resident;
  private final Browsing mover;
  private final Set<String> skipped = new LinkedHashSet<>();
  private int refused;

  /// @param path of the system's page
  /// @param staff somebody of each role, outside the team
  /// @param team somebody who holds every role and is of the team
  Attempts(String path, Map<Role, Browsing> staff, Browsing team, Browsing resident) {
    this.path = path;
    this.staff.putAll(staff);
    this.team = team;
    this.resident = resident;
    this.mover = java.util.Objects.requireNonNull(staff.get(Role.PLANNER));
  }

  /// Gates that somebody tried to go past, in order.
  Set<String> skipped() {
    return Set.copyOf(skipped);
  }

  int refused() {
    return refused;
  }

  /// Tries to go on to that stage while this gate is the first that is not signed.
  void advance(String stage, Gate gate) throws Exception {
    refused(mover.post(path, path + "/advance", "to", stage), unsigned(gate));
    assertThat(resident.post("/transport-card", path + "/advance", "to", stage).statusCode())
        .as("a resident moves a system past %s", gate.id())
        .isEqualTo(403);
    skipped.add(gate.id());
  }

  /// Asks for a decision while this gate is the first that is not signed on the whole way.
  void decide(Gate gate) throws Exception {
    var answer =
        resident.post(
            "/transport-card/ask",
            "/transport-card/ask",
            "step",
            "2",
            "registered",
            "yes",
            "sixty",
            "yes",
            "disability",
            "no",
            "members",
            "1",
            "income",
            "9000");
    assertThat(answer.statusCode()).isEqualTo(409);
    refused(answer, unsigned(gate));
  }

  /// Tries to sign it with each wrong role, as a resident, and as one of the team.
  void sign(Gate gate) throws Exception {
    for (var each : staff.entrySet()) {
      if (each.getKey() != gate.signer()) {
        refusedAt(gate, post(each.getValue(), gate), CATALAN.say("algorithms.refused.role"));
      }
    }
    if (gate.signerOutside()) {
      refusedAt(gate, post(team, gate), CATALAN.say("algorithms.refused.team-signs"));
    }
    assertThat(resident.post("/transport-card", page(gate)).statusCode())
        .as("a resident signs %s", gate.id())
        .isEqualTo(403);
  }

  /// The right role tries to sign without the evidence, which others make.
  void signWithout(Gate gate) throws Exception {
    Browsing right = java.util.Objects.requireNonNull(staff.get(gate.signer()));
    refusedAt(gate, post(right, gate), CATALAN.say("algorithms.refused.no-evidence"));
  }

  /// Who built it does not study it.
  void study(String questionnaire) throws Exception {
    var answer = team.post(path, path + "/studies", "questionnaire", questionnaire);
    assertThat(answer.statusCode()).isEqualTo(403);
    refused++;
  }

  private HttpResponse<String> post(Browsing who, Gate gate) throws Exception {
    return who.post(
        page(gate),
        page(gate),
        "title",
        "Full",
        "reference",
        "",
        "m0",
        gate.id().equals("accuracy") ? "1" : "0");
  }

  private String page(Gate gate) {
    return path + "/gates/" + gate.id();
  }

  static String title(Gate gate) {
    return gate.title().in(Language.CATALAN);
  }

  private static String unsigned(Gate gate) {
    return CATALAN.say("algorithms.refused.gate-unsigned", title(gate));
  }

  private void refused(HttpResponse<String> answer, String why) {
    String gate = Arrays.toString(answer.uri().getPath().split("/"));
    assertThat(answer.body()).as("%d from %s", answer.statusCode(), gate).contains(why);
    refused++;
  }

  /// On the gate's own page, which names it.
  private void refusedAt(Gate gate, HttpResponse<String> answer, String why) {
    assertThat(answer.body()).contains(title(gate));
    refused(answer, why);
  }
}
