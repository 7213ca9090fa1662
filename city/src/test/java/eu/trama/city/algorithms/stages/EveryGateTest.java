package eu.trama.city.algorithms.stages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No sequence of actions of any people in any roles reaches operation, or gets a system to run,
/// without every gate signed by the right role. The oracle below keeps its own account of what was
/// done, with a table of its own: it shares nothing with the code but the names of the gates.
class EveryGateTest {

  /// gate, role, kind of evidence, of version, maker outside, signer outside, high only, people
  private static final String TABLE =
      """
      risk-class        PROCUREMENT screening   - - - - -
      prohibited        AUDITOR     screening   - - s - -
      tender-clauses    PROCUREMENT document    - - - - -
      evidence-duty     PROCUREMENT document    - - - - -
      supplier-evidence PROCUREMENT document    - - - - -
      dpia              AUDITOR     dpia        - - s - p
      oversight-design  PLANNER     document    - - - - -
      data-minimised    PLANNER     document    - - - - -
      accuracy          AUDITOR     measurement v - s - -
      fairness          AUDITOR     measurement v - s - -
      impact-study      PROCUREMENT study       v m - h -
      council-opinion   AUDITOR     council     v m s h -
      register-entry    PROCUREMENT register    - - - - -
      notice            PLANNER     document    - - - - p
      explanation-path  CASEWORKER  trial       - - - - p
      objection-path    CASEWORKER  trial       - - - - p
      """;

  private static final Set<String> PURCHASE =
      Set.of("tender-clauses", "evidence-duty", "supplier-evidence");
  private static final List<Stage> LIVE = List.of(Stage.OPERATION, Stage.MONITORING);
  private static final List<String> SOURCED =
      List.of("screening", "study", "dpia", "council", "register");

  private record Line(String gate, Role role, String kind, String flags) {
    boolean has(char flag) {
      return flags.indexOf(flag) >= 0;
    }
  }

  private static List<Line> table() {
    return TABLE
        .lines()
        .map(line -> line.strip().split("\\s+", 4))
        .map(cells -> new Line(cells[0], Role.valueOf(cells[1]), cells[2], cells[3]))
        .toList();
  }

  /// What the oracle has seen of one system.
  private static final class Account {
    final Set<String> team = new HashSet<>();
    final Map<String, Signed> signed = new HashMap<>();
    Origin origin = Origin.BOUGHT;
    boolean people = true;
    String version = "";
    boolean byHand;

    record Signed(String person, Set<Role> roles, String version, Evidence evidence) {}

    void saw(Actor by, Action action) {
      switch (action) {
        case Action.Describe d -> {
          team.add(by.person());
          origin = d.origin();
          people = d.people();
        }
        case Action.Renew r -> {
          team.add(by.person());
          version = r.codeHash();
        }
        case Action.Sign s ->
            signed.put(s.gate(), new Signed(by.person(), by.roles(), version, s.evidence()));
        case Action.Suspend s -> byHand = true;
        case Action.Resume r -> byHand = false;
        case Action.Advance a -> {}
      }
    }

    List<String> missing(World world) {
      var missing = new ArrayList<String>();
      var screening = signed.get("risk-class");
      var other = signed.get("prohibited");
      boolean high =
          screening == null
              || other == null
              || screening.evidence().risk().orElseThrow() == RiskClass.HIGH
              || other.evidence().risk().orElseThrow() == RiskClass.HIGH;
      for (Line line : table()) {
        boolean applies =
            (!line.has('h') || high)
                && (!line.has('p') || people)
                && (!PURCHASE.contains(line.gate())
                    || origin == Origin.BOUGHT
                    || origin == Origin.PILOT);
        if (applies && !passed(line, world)) {
          missing.add(line.gate());
        }
      }
      return missing;
    }

    private boolean passed(Line line, World world) {
      Signed by = signed.get(line.gate());
      if (by == null || !by.roles().contains(line.role()) || !by.evidence().passed()) {
        return false;
      }
      if (!by.evidence().kind().equals(line.kind())
          || (line.has('v') && !by.version().equals(version))
          || (line.has('s') && team.contains(by.person()))
          || (line.has('m') && by.evidence().makers().contains(by.person()))) {
        return false;
      }
      if (line.has('m') && by.evidence().makers().stream().anyMatch(team::contains)) {
        return false;
      }
      var said = world.evidence().get(line.kind());
      return SOURCED.contains(line.kind())
          ? said != null && said.passed() && said.hash().equals(by.evidence().hash())
          : said == null || said.hash().equals(by.evidence().hash());
    }
  }

  @Test
  void noSequenceReachesOperationWithoutEveryGate() {
    int reached = 0;
    int ran = 0;
    for (long seed = 1; seed <= 4_000; seed++) {
      var random = new Random(seed);
      var here = new Workshop();
      var account = new Account();
      List<Actor> people = people(random);
      boolean orderly = random.nextInt(4) > 0;
      for (int step = 0; step < 160; step++) {
        here.now = here.now.plusSeconds(1);
        if (random.nextInt(orderly ? 30 : 4) == 0 || step < SOURCED.size()) {
          speak(
              here,
              random,
              orderly,
              SOURCED.get(step < SOURCED.size() ? step : random.nextInt(SOURCED.size())));
        }
        Actor by = people.get(random.nextInt(people.size()));
        Action action = action(here, random, by, orderly);
        Stage before = here.dossier.stage();
        if (here.act(by, action) instanceof Verdict.Done) {
          account.saw(by, action);
        }
        Stage after = here.dossier.stage();
        if (LIVE.contains(after) && after != before) {
          reached++;
          assertThat(account.missing(here.world())).as("seed %d step %d", seed, step).isEmpty();
          assertThat(account.byHand).as("seed %d step %d, stopped", seed, step).isFalse();
        }
        String code = random.nextBoolean() ? account.version : "code-0";
        if (here.lifeCycle.mayRun(here.dossier, code, here.world()).isEmpty()) {
          ran++;
          assertThat(account.missing(here.world())).as("seed %d step %d", seed, step).isEmpty();
          assertThat(account.byHand).as("seed %d step %d, stopped", seed, step).isFalse();
          assertThat(after).isIn(LIVE);
          assertThat(code).isEqualTo(account.version).isNotEmpty();
        }
      }
    }
    // The property would hold of a machine that lets nothing through.
    assertThat(reached).isGreaterThan(100);
    assertThat(ran).isGreaterThan(100);
  }

  /// Some of one role, some of several, some of none.
  private static List<Actor> people(Random random) {
    var people = new ArrayList<Actor>();
    List<Role> relevant = List.of(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER);
    for (Role role : relevant) {
      people.add(new Actor("one-" + role.key(), Set.of(role)));
    }
    for (int i = 0; i < 3; i++) {
      var roles = EnumSet.noneOf(Role.class);
      Arrays.stream(Role.values()).filter(r -> random.nextInt(4) == 0).forEach(roles::add);
      people.add(new Actor("p" + i, roles));
    }
    return people;
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static void speak(Workshop here, Random random, boolean orderly, String kind) {
    RiskClass risk =
        random.nextInt(60) == 0
            ? RiskClass.UNACCEPTABLE
            : pick(random, List.of(RiskClass.MINIMAL, RiskClass.LIMITED, RiskClass.HIGH));
    String maker = orderly || random.nextBoolean() ? "scholar" : "p" + random.nextInt(3);
    here.say(
        kind,
        maker,
        orderly || random.nextInt(4) > 0,
        kind.equals("screening") ? Optional.of(risk) : Optional.empty());
  }

  private static Action action(Workshop here, Random random, Actor by, boolean orderly) {
    int kind = random.nextInt(100);
    if (kind < (orderly ? 3 : 10)) {
      return new Action.Describe(
          pick(random, List.of(Origin.values())), random.nextBoolean() || orderly);
    }
    if (kind < (orderly ? 7 : 15)) {
      return new Action.Renew("code-" + (orderly ? 1 : random.nextInt(3)), "");
    }
    if (kind < (orderly ? 8 : 18)) {
      return random.nextBoolean() ? new Action.Suspend("Because") : new Action.Resume("Because");
    }
    if (kind < 35) {
      var ways = here.lifeCycle.protocol().from(here.dossier.stage(), here.dossier.origin());
      return new Action.Advance(
          orderly && !ways.isEmpty() ? ways.get(0).to() : pick(random, List.of(Stage.values())));
    }
    List<Line> lines = table();
    Line line = lines.get(random.nextInt(lines.size()));
    if (orderly) {
      List<Line> own = lines.stream().filter(l -> by.roles().contains(l.role())).toList();
      line = own.isEmpty() ? line : own.get(random.nextInt(own.size()));
    }
    Evidence evidence =
        orderly || random.nextInt(3) > 0
            ? here.evidence(line.kind(), by)
            : new Evidence(
                random.nextBoolean() ? line.kind() : "document",
                "Typed",
                "",
                "ff",
                Set.of("p0"),
                random.nextBoolean(),
                Optional.of(RiskClass.MINIMAL));
    return new Action.Sign(line.gate(), evidence);
  }
}
