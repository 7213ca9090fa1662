package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.Permit;
import eu.trama.city.algorithms.PermitRefused;
import eu.trama.city.algorithms.Permits;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.algorithms.stages.Gate;
import eu.trama.city.algorithms.stages.LifeCycle;
import eu.trama.city.algorithms.stages.Refusal;
import eu.trama.city.algorithms.stages.Refusal.Reason;
import eu.trama.city.algorithms.stages.World;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Permits out of the store, read anew at each question: what an auditor stops on one server is
/// stopped on all.
///
/// A permit that is given within a transaction holds until that ends: the system is locked in
/// share, and whoever stops or changes it waits the few milliseconds until the decision is kept. So
/// no decision is kept after the stop that it did not see.
@Service
class StoredPermits implements Permits {

  private static final Logger LOG = LoggerFactory.getLogger(StoredPermits.class);

  private final RegisterTables tables;
  private final Sources sources;
  private final LifeCycle lifeCycle;
  private final TransactionTemplate apart;
  private final TransactionTemplate within;

  StoredPermits(
      RegisterTables tables,
      Sources sources,
      LifeCycle lifeCycle,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.sources = sources;
    this.lifeCycle = lifeCycle;
    // A suspension stays even where what asked is taken back.
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    // A refusal goes back to a savepoint, which lets go of the lock.
    this.within = new TransactionTemplate(transactions);
    this.within.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  public Permit ask(SystemId system, String codeHash) {
    var answered =
        within.execute(status -> {
          tables.lockInShare(system);
          Answer answer = answer(system, codeHash);
          if (answer instanceof Answer.No) {
            status.setRollbackOnly();
          }
          return answer;
        });
    return switch (Objects.requireNonNull(answered)) {
      case Answer.Yes yes -> yes.permit();
      case Answer.No no -> {
        keep(system, codeHash, no.refusal());
        throw refused(system, no.refusal());
      }
    };
  }

  private sealed interface Answer {
    record Yes(Permit permit) implements Answer {}

    record No(Refusal refusal) implements Answer {}
  }

  private Answer answer(SystemId system, String codeHash) {
    Optional<Entry> entry = tables.find(system);
    if (entry.isEmpty()) {
      return new Answer.No(new Refusal(Reason.UNKNOWN, ""));
    }
    Dossier dossier = entry.get().dossier();
    World world = sources.world(system);
    Optional<Refusal> refusal = lifeCycle.mayRun(dossier, codeHash, world);
    if (refusal.isPresent()) {
      return new Answer.No(refusal.get());
    }
    RiskClass risk = dossier.risk().orElse(RiskClass.HIGH);
    return new Answer.Yes(new Permit(system, codeHash, risk, risk == RiskClass.HIGH, world.now()));
  }

  /// What the refusal itself leads to.
  private void keep(SystemId system, String codeHash, Refusal refusal) {
    if (refusal.reason() != Reason.CODE_CHANGED && refusal.reason() != Reason.PROHIBITED) {
      return;
    }
    apart.executeWithoutResult(status -> {
      tables.lock(system);
      Dossier now = tables.find(system).map(Entry::dossier).orElseThrow();
      if (refusal.reason() == Reason.PROHIBITED) {
        lifeCycle.rejection(now, sources.world(system)).ifPresent(fact -> add(system, fact));
      } else if (now.suspension().isEmpty() && !now.version().equals(codeHash)) {
        LOG.warn("{} is suspended: code that nobody has examined asked to run", system);
        add(system, new Fact.Suspended(Fact.Cause.CODE, codeHash));
      }
    });
  }

  private void add(SystemId system, Fact fact) {
    tables.addFact(system, Actor.MACHINE.person(), Actor.MACHINE.person(), fact);
  }

  private PermitRefused refused(SystemId system, Refusal refusal) {
    Texts title = lifeCycle.protocol().gate(refusal.gate()).map(Gate::title).orElse(Texts.NONE);
    return new PermitRefused(system, refusal.reason().key(), refusal.gate(), title);
  }
}
