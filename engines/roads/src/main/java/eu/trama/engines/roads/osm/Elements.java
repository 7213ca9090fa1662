package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.findings.Finding;

/// Is told the elements of a file, and says beforehand which it wants: what it does not want is
/// passed over without being decoded. Arrays and [Tags] are only valid during the call.
public interface Elements {
  /// What stands between the elements.
  enum Kind {
    NODE(0),
    WAY(1),
    RELATION(2);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /// How the format numbers it.
    int number() {
      return number;
    }

    static Kind of(int number) {
      return number == 0 ? NODE : number == 1 ? WAY : RELATION;
    }
  }

  boolean wants(Kind kind);

  /// Whether the node with this id should be told at all.
  boolean wantsNode(long id);

  /// A node at units of 1e-7 degrees.
  void node(long id, int latitude, int longitude, Tags tags);

  /// A way through the nodes `refs[0]` to `refs[count - 1]`.
  void way(long id, long[] refs, int count, Tags tags);

  /// A relation; roles are as written.
  void relation(long id, Members members, Tags tags);

  /// Something was wrong with an element that was then left out.
  void finding(Finding finding);

  /// The members of a relation.
  ///
  /// @param ids ids of the members, `count` of them
  /// @param roles roles as written
  @SuppressWarnings("ArrayRecordComponent") // columns, never compared
  record Members(long[] ids, Kind[] kinds, String[] roles, int count) {}
}
