package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.geo.Area;
import eu.trama.engines.roads.osm.ReadLimits;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// How a file is read.
///
/// @param modes whom the graph should serve; each costs memory and time to build
/// @param area which part is kept; streets end where their last node inside stands
/// @param adapt changes what the tags came to, as [StreetProfile#withoutSpeeds] does
public record OsmOptions(
    Set<Mode> modes, Area area, ReadLimits limits, UnaryOperator<StreetProfile> adapt) {
  /// All modes, everywhere, the usual limits, profiles as the tags say.
  public static OsmOptions usual() {
    return new OsmOptions(
        EnumSet.allOf(Mode.class),
        new Area.Everywhere(),
        ReadLimits.usual(),
        UnaryOperator.identity());
  }

  /// The same for some modes only.
  public OsmOptions serving(Set<Mode> some) {
    return new OsmOptions(some, area, limits, adapt);
  }

  public OsmOptions within(Area some) {
    return new OsmOptions(modes, some, limits, adapt);
  }

  public OsmOptions adapted(UnaryOperator<StreetProfile> other) {
    return new OsmOptions(modes, area, limits, other);
  }
}
