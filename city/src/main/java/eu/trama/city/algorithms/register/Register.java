package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.algorithms.stages.LifeCycle;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Verdict;
import eu.trama.city.algorithms.stages.World;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The register of systems: reads it, and does with a system what the life cycle allows.
@Service
public class Register {

  private static final List<Role> STAFF =
      List.of(Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER);

  private final RegisterTables tables;
  private final Sources sources;
  private final LifeCycle lifeCycle;
  private final CurrentPerson current;
  private final TransactionTemplate transaction;

  Register(
      RegisterTables tables,
      Sources sources,
      LifeCycle lifeCycle,
      CurrentPerson current,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.sources = sources;
    this.lifeCycle = lifeCycle;
    this.current = current;
    this.transaction = new TransactionTemplate(transactions);
  }

  public List<Entry> all() {
    return tables.all();
  }

  public Optional<Entry> find(SystemId id) {
    return tables.find(id);
  }

  /// Every writing of a record, the first one first.
  @Needs({Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR})
  public List<Revision> history(SystemId id) {
    return tables.revisions(id);
  }

  public World world(SystemId id) {
    return sources.world(id);
  }

  /// Path of the page on which evidence of that kind is made; empty where it is typed in.
  public String madeAt(SystemId id, String evidenceKind) {
    return sources.madeAt(id, evidenceKind);
  }

  public LifeCycle lifeCycle() {
    return lifeCycle;
  }

  /// Enters a new system.
  ///
  /// @return a refusal, or nothing where it is done
  @Needs({Role.PROCUREMENT, Role.PLANNER})
  public boolean create(SystemId id, AlgorithmRecord record, Action.Describe describe) {
    Boolean made =
        transaction.execute(status -> {
          if (!tables.create(id)) {
            return false;
          }
          tables.addRevision(id, 1, me().person(), role(me()), record);
          decide(id, me(), describe);
          return true;
        });
    return Boolean.TRUE.equals(made);
  }

  /// Writes a record anew. Who writes is of the system's team from then on.
  @Needs({Role.PROCUREMENT, Role.PLANNER})
  public Optional<Refusal> edit(SystemId id, AlgorithmRecord record, Action.Describe describe) {
    return inOrder(
        id,
        entry -> {
          Optional<Refusal> refused = decide(id, me(), describe);
          if (refused.isEmpty()) {
            tables.addRevision(id, entry.revision() + 1, me().person(), role(me()), record);
          }
          return refused;
        });
  }

  /// Shows what was written to everybody.
  ///
  /// @return the fields that are missing; nothing was published where there are some
  @Needs({Role.PROCUREMENT, Role.PLANNER})
  public List<RecordField> publish(SystemId id) {
    return inOrder(
        id,
        entry -> {
          List<RecordField> missing = entry.record().missing();
          if (missing.isEmpty()) {
            tables.addPublished(id, me().person(), role(me()), entry.revision());
          }
          return missing;
        });
  }

  /// Does what the signed-in person wants, where the life cycle allows it.
  ///
  /// @return why it was not done
  @Needs({Role.PROCUREMENT, Role.PLANNER, Role.AUDITOR, Role.CASEWORKER})
  public Optional<Refusal> act(SystemId id, Action action) {
    return inOrder(id, entry -> decide(id, me(), action));
  }

  /// The latest events of all systems, the last one first.
  public Stream<Event> latest() {
    return all().stream()
        .flatMap(entry -> entry.events().stream())
        .sorted(java.util.Comparator.comparing(Event::at).reversed());
  }

  private <T> T inOrder(SystemId id, java.util.function.Function<Entry, T> step) {
    T done =
        transaction.execute(status -> {
          tables.lock(id);
          return step.apply(tables.find(id).orElseThrow(() -> new UnknownSystem(id)));
        });
    return java.util.Objects.requireNonNull(done);
  }

  private Optional<Refusal> decide(SystemId id, Actor actor, Action action) {
    Entry entry = tables.find(id).orElseThrow(() -> new UnknownSystem(id));
    World world = sources.world(id);
    Optional<Fact> rejection = lifeCycle.rejection(entry.dossier(), world);
    if (rejection.isPresent()) {
      tables.addFact(id, Actor.MACHINE.person(), Actor.MACHINE.person(), rejection.get());
      return Optional.of(new Refusal(Refusal.Reason.PROHIBITED, ""));
    }
    return switch (lifeCycle.decide(entry.dossier(), actor, action, world)) {
      case Verdict.Refused refused -> Optional.of(refused.refusal());
      case Verdict.Done done -> {
        done.facts().forEach(fact -> tables.addFact(id, actor.person(), role(actor), fact));
        yield Optional.empty();
      }
    };
  }

  private Actor me() {
    return current
        .person()
        .map(p -> new Actor(p.id(), p.roles()))
        .orElseThrow(() -> new IllegalStateException("the register is kept by people"));
  }

  private static String role(Actor actor) {
    return STAFF.stream()
        .filter(actor.roles()::contains)
        .findFirst()
        .map(Role::key)
        .orElse(Actor.MACHINE.person());
  }
}
