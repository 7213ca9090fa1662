package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.rules.StreetProfile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Streets as they were read, before they are cut at their junctions: nodes in the order in which
/// ways name them, ways as lists of nodes.
final class Draft {
  private static final int NOWHERE = Integer.MIN_VALUE;

  private final Map<StreetProfile, Integer> profileNumbers = new HashMap<>();
  private final Map<String, Integer> nameNumbers = new HashMap<>();
  final List<StreetProfile> profiles = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  final List<Restriction> restrictions = new ArrayList<>();

  /// Seconds that it takes to cross by each ferry that says so.
  final Map<Integer, Integer> crossings = new HashMap<>();

  final Ints points = new Ints(1 << 16);
  final Ints wayFirst = new Ints(1 << 12);
  final Ints wayProfile = new Ints(1 << 12);
  final Ints wayName = new Ints(1 << 12);
  private long[] wayIds = new long[1 << 12];
  private int[] latitudes = new int[0];
  private int[] longitudes = new int[0];
  private byte[] blocked = new byte[0];

  /// A way that ways restrict turning from and to.
  ///
  /// @param id of the relation, for findings
  /// @param only whether the turn is the only one allowed, rather than forbidden
  /// @param modes whom it binds, as bits of Mode
  /// @param from ids of ways
  /// @param viaNode index of a node, or -1
  record Restriction(
      long id,
      boolean only,
      int modes,
      List<Long> from,
      int viaNode,
      List<Long> viaWays,
      List<Long> to) {}

  Draft() {
    name("");
    wayFirst.add(0);
  }

  int profile(StreetProfile profile) {
    Integer known = profileNumbers.putIfAbsent(profile, profiles.size());
    if (known == null) {
      profiles.add(profile);
      return profiles.size() - 1;
    }
    return known;
  }

  int name(String name) {
    Integer known = nameNumbers.putIfAbsent(name, names.size());
    if (known == null) {
      names.add(name);
      return names.size() - 1;
    }
    return known;
  }

  /// Ends the way whose points were added to [#points].
  void endWay(long id, int profile, int name) {
    int way = wayProfile.size();
    if (way == wayIds.length) {
      wayIds = Arrays.copyOf(wayIds, way * 2);
    }
    wayIds[way] = id;
    wayProfile.add(profile);
    wayName.add(name);
    wayFirst.add(points.size());
  }

  int ways() {
    return wayProfile.size();
  }

  long wayId(int way) {
    return wayIds[way];
  }

  /// Makes room for the places of as many nodes, all of them still unknown.
  void nodes(int count) {
    latitudes = new int[count];
    longitudes = new int[count];
    blocked = new byte[count];
    Arrays.fill(latitudes, NOWHERE);
  }

  int nodes() {
    return latitudes.length;
  }

  void place(int node, int latitude, int longitude, int blockedModes) {
    latitudes[node] = latitude;
    longitudes[node] = longitude;
    blocked[node] = (byte) blockedModes;
  }

  boolean placed(int node) {
    return latitudes[node] != NOWHERE;
  }

  int latitude(int node) {
    return latitudes[node];
  }

  int longitude(int node) {
    return longitudes[node];
  }

  int blocked(int node) {
    return blocked[node];
  }
}
