package eu.trama.city.algorithms.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.screening.ScreeningTree.Duty;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks the questions of the EU AI Act: every way, and a table of systems whose class and articles
/// were derived from the regulation, not from the tree.
class AiActTest {

  private static final ScreeningTree TREE = new Trees().aiAct();

  /// What is answered where a system says nothing else: it is AI, somebody else's, used by a city.
  private static final Map<String, String> USUAL =
      Map.of("infers", "yes", "profiling", "no", "role", "others", "public", "yes");

  /// One system: `name | answers that differ from the usual | class | articles | duties`.
  private static final String SYSTEMS =
      """
      benefit eligibility    | services=benefits profiling=yes                         | high         | Annex III, point 5(a); Art. 6(2); Art. 27; Art. 49(3); Art. 26(11) | rights-study register-user tell use
      housing aid, narrow    | services=benefits exemption=procedure harm=no            | minimal      | Annex III, point 5(a); Art. 6(3)(a); Art. 6(4); Art. 49(2) | register-exempt
      sorting that weighs    | services=benefits exemption=prepare harm=yes             | high         | Annex III, point 5(a); Art. 6(2) | rights-study
      CV screening           | work=hire profiling=yes                                  | high         | Annex III, point 4(a); Art. 26(7) | workers rights-study
      shift planning         | work=manage profiling=yes                                | high         | Annex III, point 4(b); Art. 26(7) | workers
      exam marking           | education=mark                                           | high         | Annex III, point 3(b) | rights-study
      school admission       | education=admit profiling=yes                            | high         | Annex III, point 3(a) | register-user
      proctoring             | education=watch profiling=yes                            | high         | Annex III, point 3(d) | use
      chatbot of the city    | talks=yes generates=yes general=uses                     | limited      | Art. 50(1); Art. 50(2); Art. 53(1)(b) | tell-machine mark ask-general
      spam filter            |                                                          | minimal      | Art. 95 | literacy
      traffic forecast       |                                                          | minimal      | Art. 95 | literacy
      traffic light safety   | infrastructure=yes                                       | high         | Annex III, point 2; Art. 49(5) | register-national use
      water plant control    | infrastructure=yes role=we                               | high         | Annex III, point 2; Art. 8-17 | make use register-national
      emotions at work       | emotions=yes                                             | unacceptable | Art. 5(1)(f); Art. 99(3) | stop
      drowsy driver          | emotions=medical biometrics=emotion senses=yes           | high         | Annex III, point 1(c); Art. 50(3) | tell-senses
      social scoring         | social-scoring=yes                                       | unacceptable | Art. 5(1)(c) | stop
      subliminal adverts     | manipulation=yes                                         | unacceptable | Art. 5(1)(a) | stop
      toy that lures         | vulnerability=yes                                        | unacceptable | Art. 5(1)(b) | stop
      crime from character   | crime-prediction=profile                                 | unacceptable | Art. 5(1)(d) | stop
      scraped faces          | face-scraping=yes                                        | unacceptable | Art. 5(1)(e) | stop
      religion from faces    | biometric-categories=yes                                 | unacceptable | Art. 5(1)(g) | stop
      live face recognition  | live-biometrics=yes                                      | unacceptable | Art. 5(1)(h) | stop
      missing child search   | live-biometrics=authorised biometrics=identify           | high         | Art. 5(1)(h)(i)-(iii); Annex III, point 1(a); Art. 49(4) | live-permission register-restricted
      reoffending risk       | crime-prediction=support police=offend profiling=yes     | high         | Annex III, point 6(d); Art. 49(4) | register-restricted rights-study
      asylum applications    | migration=apply profiling=yes                            | high         | Annex III, point 7(c); Art. 49(4) | register-restricted
      bank's credit score    | services=credit profiling=yes public=no                  | high         | Annex III, point 5(b); Art. 27 | rights-study-credit use
      life insurance price   | services=insurance profiling=yes public=no               | high         | Annex III, point 5(c); Art. 27 | rights-study-credit
      ambulance dispatch     | services=emergency                                       | high         | Annex III, point 5(d); Art. 27 | rights-study tell
      judge's assistant      | justice=court                                            | high         | Annex III, point 8(a) | rights-study
      voter targeting        | justice=vote profiling=yes public=no                     | high         | Annex III, point 8(b) | use
      private recruiter      | work=hire profiling=yes public=no role=we                | high         | Annex III, point 4(a); Art. 49(1) | make register-provider workers
      medical device         | product=section-a                                        | high         | Art. 6(1); Annex I, Section A | use-product
      self-driving bus       | product=section-b                                        | high         | Art. 6(1); Art. 2(2) | literacy
      deep fake satire       | generates=yes deepfake=yes                               | limited      | Art. 50(4); Art. 50(2) | tell-deepfake mark
      own language model     | general=ours systemic=yes                                | minimal      | Art. 53; Art. 55; Art. 51 | general systemic
      fixed eligibility rule | infers=no                                                | minimal      | Art. 3(1) |
      defence system         | excluded=defence                                         | minimal      | Art. 2(3) |
      laboratory study       | excluded=research                                        | minimal      | Art. 2(6) |
      nudifier               | intimate=yes                                             | unacceptable | Art. 5(1), as amended in 2026 | stop
      """;

  record Example(
      String name,
      Map<String, String> answers,
      String risk,
      List<String> articles,
      Set<String> duties) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Example> systems() {
    return SYSTEMS.lines().map(AiActTest::example).toList();
  }

  private static Example example(String line) {
    var part = line.split("\\|", -1);
    var answers = new HashMap<String, String>();
    for (String answer : words(part[1])) {
      int equals = answer.indexOf('=');
      answers.put(answer.substring(0, equals), answer.substring(equals + 1));
    }
    return new Example(
        part[0].strip(),
        answers,
        part[2].strip(),
        List.of(part[3].strip().split("; ", -1)),
        Set.copyOf(words(part[4])));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +", -1));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aSystemHasTheClassAndTheArticlesOfTheRegulation(Example system) {
    var unused = new HashSet<>(system.answers().keySet());
    var keys = new ArrayList<String>();
    Walk walk = Walk.of(TREE, keys);
    while (walk.next().isPresent()) {
      String question = walk.next().get().id();
      unused.remove(question);
      keys.add(system.answers().getOrDefault(question, USUAL.getOrDefault(question, "no")));
      walk = Walk.of(TREE, keys);
      assertThat(walk.keys()).as("%s at %s", system, question).isEqualTo(keys);
    }
    assertThat(unused).as("questions that were never asked").isEmpty();
    assertThat(walk.conclusion().orElseThrow().risk().key()).isEqualTo(system.risk());
    assertThat(walk.articles()).containsAll(system.articles());
    assertThat(walk.duties()).extracting(Duty::id).containsAll(system.duties());
    if (system.risk().equals(RiskClass.UNACCEPTABLE.key())) {
      assertThat(walk.duties()).hasSize(1);
    }
  }

  /// A question with what is known there; ways that agree in both go on alike.
  private record State(String question, Set<String> facts) {}

  @Test
  void everyWayEndsInAConclusionWithArticles() {
    // Ways to each state, in an order in which every state comes after those that lead to it.
    var ways = new HashMap<State, Long>();
    var order = ordered();
    ways.put(order.getFirst(), 1L);
    long all = 0;
    for (State state : order) {
      long here = ways.getOrDefault(state, 0L);
      if (state.question().equals(ScreeningTree.END)) {
        all += here;
        var end =
            TREE.conclusions().stream().filter(c -> c.when().holds(state.facts())).findFirst();
        assertThat(end).as("after %s", state.facts()).isPresent();
        assertThat(end.get().articles()).isNotEmpty();
      } else {
        next(state).forEach(n -> ways.merge(n, here, Long::sum));
      }
    }
    assertThat(all).isGreaterThan(1_000_000);
    System.out.printf("%,d ways, %,d states%n", all, order.size());
  }

  private static List<State> next(State state) {
    return TREE.question(state.question()).answers().stream()
        .map(a -> {
          var facts = new TreeSet<>(state.facts());
          facts.addAll(a.facts());
          return new State(a.next(), facts);
        })
        .toList();
  }

  private static List<State> ordered() {
    var done = new java.util.LinkedHashSet<State>();
    Deque<State> open = new ArrayDeque<>();
    var entered = new HashSet<State>();
    open.push(new State(TREE.first(), Set.of()));
    while (!open.isEmpty()) {
      State state = open.peek();
      if (done.contains(state)) {
        open.pop();
      } else if (entered.add(state) && !state.question().equals(ScreeningTree.END)) {
        next(state).stream().filter(n -> !done.contains(n)).forEach(open::push);
      } else {
        done.add(open.pop());
      }
    }
    return new ArrayList<>(done).reversed();
  }

  @Test
  void profilingNeverLeadsToTheExemption() {
    for (State state : ordered()) {
      if (state.question().equals("profiling")) {
        var yes = TREE.question("profiling").answer("yes").orElseThrow();
        assertThat(yes.next()).isEqualTo("role");
      }
      assertThat(state.facts().contains("narrow") && state.question().equals("exemption"))
          .isFalse();
    }
  }

  @Test
  void theLaterActIsAdoptedAndItsDatesStandBesideThoseOfTheRegulation() {
    var date = date("annex3");
    assertThat(date.published()).isEqualTo("2026-08-02");
    assertThat(date.amended()).contains(java.time.LocalDate.of(2027, 12, 2));
    assertThat(Objects.requireNonNull(TREE.amendments().get("omnibus")).status())
        .isEqualTo("adopted");
    assertThat(date("prohibited").published()).isEqualTo("2025-02-02");
    assertThat(date("gpai").published()).isEqualTo("2025-08-02");
    assertThat(date("annex1").published()).isEqualTo("2027-08-02");
  }

  private static ScreeningTree.AppliesFrom date(String key) {
    return Objects.requireNonNull(TREE.dates().get(key), key);
  }
}
