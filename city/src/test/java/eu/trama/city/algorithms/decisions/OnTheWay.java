package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.RuleSet;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Evidence;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.SecurityContextHolder;

/// Takes a rule set to operation through the register's services, gate by gate, as people of one
/// role each. What other parts of the city would say of it is said here.
public final class OnTheWay {

  /// A clock that tests move.
  public static final class Hands extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void ahead(Duration by) {
      ahead.set(by);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// Screening, studies and council of a system that passes: of high risk, unless the test's
  /// property `trama.test.risk` says otherwise.
  @TestConfiguration(proxyBeanMethods = false)
  public static class Setup {

    @Bean
    EvidenceSource screeningStudiesAndCouncil(@Value("${trama.test.risk:high}") String screenedAs) {
      return new Said(RiskClass.ofKey(screenedAs).orElseThrow());
    }

    @Bean
    @Primary
    Hands hands() {
      return new Hands();
    }
  }

  private record Said(RiskClass screenedAs) implements EvidenceSource {
    @Override
    public Set<String> kinds() {
      return Set.of("screening", "study", "dpia", "council");
    }

    @Override
    public Optional<EvidenceState> current(SystemId id, String kind) {
      var risk = kind.equals("screening") ? Optional.of(screenedAs) : Optional.<RiskClass>empty();
      return Optional.of(new EvidenceState("scholar", kind, true, risk, "said", Instant.MAX, ""));
    }
  }

  private final Register register;
  private final RuleSet rules;

  public OnTheWay(Register register, RuleSet rules) {
    this.register = register;
    this.rules = rules;
  }

  public static Person person(String id, Role role) {
    return new Person(id, id, Set.of(role));
  }

  /// Does something as that person.
  public static <T> T as(Person person, Supplier<T> what) {
    var before = SecurityContextHolder.getContext().getAuthentication();
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(person));
    try {
      return what.get();
    } finally {
      SecurityContextHolder.getContext().setAuthentication(before);
    }
  }

  public static void as(Person person, Runnable what) {
    as(
        person,
        () -> {
          what.run();
          return "";
        });
  }

  /// @param each is run before each step, while the system is not in operation
  public void toOperation(Runnable each) {
    var buyer = person("way-buyer", Role.PROCUREMENT);
    var owner = person("way-owner", Role.PLANNER);
    var auditor = person("way-auditor", Role.AUDITOR);
    var caseworker = person("way-caseworker", Role.CASEWORKER);
    each.run();
    as(
        owner,
        () -> register.create(rules.id(), record(), new Action.Describe(Origin.PLATFORM, true)));
    sign(each, buyer, "risk-class");
    sign(each, auditor, "prohibited", "dpia");
    move(each, owner, Stage.DESIGN);
    sign(each, owner, "oversight-design", "data-minimised");
    act(each, owner, new Action.Renew(rules.codeHash(), "1"));
    move(each, owner, Stage.VALIDATION);
    sign(each, auditor, "accuracy", "fairness", "council-opinion");
    sign(each, buyer, "impact-study");
    as(
        owner,
        () -> {
          if (!register.publish(rules.id()).isEmpty()) {
            throw new AssertionError("fields are missing");
          }
        });
    sign(each, buyer, "register-entry");
    sign(each, owner, "notice");
    sign(each, caseworker, "explanation-path", "objection-path");
    move(each, owner, Stage.OPERATION);
  }

  private void sign(Runnable each, Person by, String... gates) {
    for (String gate : gates) {
      String kind = register.lifeCycle().protocol().gate(gate).orElseThrow().evidence();
      var said = register.world(rules.id()).evidence().get(kind);
      Evidence evidence =
          said != null
              ? Evidence.of(kind, said)
              : new Evidence(kind, "A paper", "", "ab", Set.of(by.id()), true, Optional.empty());
      act(each, by, new Action.Sign(gate, evidence));
    }
  }

  private void move(Runnable each, Person by, Stage to) {
    act(each, by, new Action.Advance(to));
  }

  private void act(Runnable each, Person by, Action action) {
    each.run();
    Optional<Refusal> refused = as(by, () -> register.act(rules.id(), action));
    if (refused.isPresent()) {
      throw new AssertionError(action + ": " + refused.get());
    }
  }

  /// Stops it, as an auditor.
  public void suspend() {
    act(() -> {}, person("way-auditor", Role.AUDITOR), new Action.Suspend("A test"));
  }

  public void resume() {
    act(() -> {}, person("way-auditor", Role.AUDITOR), new Action.Resume("A test"));
  }

  private static AlgorithmRecord record() {
    AlgorithmRecord record = AlgorithmRecord.EMPTY;
    for (RecordField field : List.of(RecordField.values())) {
      if (field.required()) {
        record =
            field.inLanguages()
                ? record.with(field, Texts.of("en", "Said"))
                : record.with(field, "said");
      }
    }
    return record;
  }
}
