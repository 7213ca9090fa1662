package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import java.util.List;
import java.util.Optional;

/// Every plan that there is.
record Plans(List<Plan> all) {

  Plans {
    all = List.copyOf(all);
    if (all.stream().map(Plan::system).distinct().count() != all.size()) {
      throw new IllegalArgumentException("two plans of monitoring are of one system");
    }
  }

  Optional<Plan> of(SystemId system) {
    return all.stream().filter(p -> p.system().equals(system)).findFirst();
  }
}
