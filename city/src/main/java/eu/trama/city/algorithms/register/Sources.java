package eu.trama.city.algorithms.register;

import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.stages.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Asks every source of evidence about a system.
@Component
class Sources {

  private final ObjectProvider<EvidenceSource> sources;
  private final Clock clock;

  Sources(ObjectProvider<EvidenceSource> sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /// Path of the page on which evidence of that kind is made; empty where it is typed in.
  String madeAt(SystemId id, String kind) {
    return sources.stream()
        .filter(source -> source.kinds().contains(kind))
        .map(source -> source.madeAt(id, kind))
        .findFirst()
        .orElse("");
  }

  World world(SystemId id) {
    Map<String, EvidenceState> said = new HashMap<>();
    for (EvidenceSource source : sources) {
      for (String kind : source.kinds()) {
        source.current(id, kind).ifPresent(state -> said.put(kind, state));
      }
    }
    return new World(said, clock.instant());
  }
}
