package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Results;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.twin.pages.Cities;
import java.util.HashSet;
import java.util.List;

/// A finished run with its values and the zones they are about.
public record Outcome(Run run, City city, Results results, List<Zone> zones) {

  public static Outcome of(Run run, Runs runs, Cities cities) {
    Results results = runs.results(run).orElseThrow(Cities::missing);
    var valued = new HashSet<String>();
    results.values().values().forEach(byZone -> valued.addAll(byZone.keySet()));
    List<Zone> zones =
        Zones.of(cities.view(run.snapshot())).stream()
            .filter(zone -> valued.contains(zone.id()))
            .toList();
    return new Outcome(run, cities.require(run.snapshot().city()), results, zones);
  }
}
