package eu.trama.city.twin.federation;

import eu.trama.city.twin.Comparison;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.pages.run.Outcome;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/// What a policy changes on this side and on the other, by the same indicators.
final class JointSides {

  private static final Point NOWHERE = GeoJson.WGS84.createPoint(new Coordinate(0, 0));

  private JointSides() {}

  /// This city's side.
  static Comparison here(Outcome before, Outcome after, Indicator indicator) {
    return Comparison.of(
        after.zones(), before.results().of(indicator), after.results().of(indicator));
  }

  /// The peer's side. Zones of which the peer tells no population weigh nothing in a mean.
  static Comparison there(PeerResults results, Indicator indicator) {
    return Comparison.of(
        results.zones().stream().map(JointSides::zone).toList(),
        results.before().getOrDefault(indicator.id(), Map.of()),
        results.after().getOrDefault(indicator.id(), Map.of()));
  }

  private static Zone zone(PeerResults.PeerZone zone) {
    return new Zone(
        zone.id(),
        "",
        "",
        zone.name(),
        "",
        NOWHERE,
        NOWHERE,
        true,
        maybe(zone.population()),
        maybe(zone.income()),
        OptionalDouble.empty());
  }

  private static OptionalDouble maybe(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// Share of the value before, 0.1 for ten in a hundred; empty where that was zero.
  static OptionalDouble relative(Comparison side) {
    return side.before() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(side.after() / side.before() - 1);
  }

  static boolean known(Comparison side) {
    return !side.rows().isEmpty() && side.before() + side.after() != 0;
  }
}
