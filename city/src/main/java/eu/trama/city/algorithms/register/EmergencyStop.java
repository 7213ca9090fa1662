package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.algorithms.stages.Fact;
import eu.trama.city.algorithms.stages.LifeCycle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Stops a system without anybody's hand, by the event that an auditor's stop leaves, too: with the
/// commit the next permit is refused on every server. Only an auditor lets it go on.
@Service
public class EmergencyStop {

  private static final Logger LOG = LoggerFactory.getLogger(EmergencyStop.class);

  private final RegisterTables tables;
  private final LifeCycle lifeCycle;

  EmergencyStop(RegisterTables tables, LifeCycle lifeCycle) {
    this.tables = tables;
    this.lifeCycle = lifeCycle;
  }

  /// In the caller's transaction.
  ///
  /// @param threshold that is broken, in few words
  /// @return whether it ran and now does not
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean stop(SystemId system, String threshold) {
    tables.lock(system);
    Optional<Fact> alarm =
        tables.find(system).flatMap(entry -> lifeCycle.alarm(entry.dossier(), threshold));
    alarm.ifPresent(fact -> {
      LOG.warn("{} is suspended: the threshold {} is broken", system, threshold);
      tables.addFact(system, Actor.MACHINE.person(), Actor.MACHINE.person(), fact);
    });
    return alarm.isPresent();
  }
}
