package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;

/// Spreads the time of a crossing over the length of its way. Since costs on foot and by bicycle
/// are lengths, it takes the tagged time at the usual speed and is scaled with the speed like the
/// rest.
final class Ferry {
  private Ferry() {}

  static StreetProfile timed(
      Draft draft, int way, StreetProfile plain, int seconds, int edgeDecimetres) {
    double metres = 0;
    for (int p = draft.wayFirst.get(way) + 1; p < draft.wayFirst.get(way + 1); p++) {
      int a = draft.points.get(p - 1);
      int b = draft.points.get(p);
      if (draft.placed(a) && draft.placed(b)) {
        metres +=
            Ground.around(draft.latitude(a))
                .metres(
                    draft.latitude(a), draft.longitude(a), draft.latitude(b), draft.longitude(b));
      }
    }
    double decimetres = Math.max(metres * 10, Math.max(1, edgeDecimetres));
    float[] paces = new float[StreetProfile.PACES];
    for (Mode mode : Mode.values()) {
      double usual = mode.secondsPerUnit(mode.usualMetresPerSecond());
      for (int side = mode.number() * 2; side < mode.number() * 2 + 2; side++) {
        paces[side] = plain.paces()[side] > 0 ? (float) (seconds / usual / decimetres) : 0;
      }
    }
    return new StreetProfile(plain.flags(), paces);
  }
}
