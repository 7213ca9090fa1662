package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Findings;
import eu.trama.engines.roads.graph.Draft.Restriction;
import eu.trama.engines.roads.osm.Elements.Kind;
import eu.trama.engines.roads.osm.Elements.Members;
import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.Tags;
import eu.trama.engines.roads.rules.Mode;
import java.util.ArrayList;
import java.util.List;

/// Turn restrictions as <https://wiki.openstreetmap.org/wiki/Relation:restriction> describes them.
/// Those that hold at some hours only (`:conditional`, `day_on`) are not looked at.
final class RestrictionReader {
  private final List<Restriction> read = new ArrayList<>();
  private final List<Long> viaNodes = new ArrayList<>();

  void read(long id, Members members, Tags tags, Findings findings) {
    int modes = 0;
    boolean only = false;
    String except = ";" + tags.text(Key.EXCEPT).replace(" ", "") + ";";
    for (Key key : new Key[] {Key.RESTRICTION, Key.RESTRICTION_MOTORCAR, Key.RESTRICTION_BICYCLE}) {
      String kind = tags.text(key);
      if (!kind.startsWith("no_") && !kind.startsWith("only_")) {
        continue;
      }
      only = kind.startsWith("only_");
      modes |=
          switch (key) {
            case RESTRICTION_MOTORCAR -> Mode.CAR.bit();
            case RESTRICTION_BICYCLE -> Mode.BICYCLE.bit();
            default ->
                (except.contains(";motorcar;") || except.contains(";motor_vehicle;")
                        ? 0
                        : Mode.CAR.bit())
                    | (except.contains(";bicycle;") ? 0 : Mode.BICYCLE.bit());
          };
    }
    if (modes == 0) {
      return;
    }
    List<Long> from = new ArrayList<>();
    List<Long> to = new ArrayList<>();
    List<Long> viaWays = new ArrayList<>();
    long viaNode = 0;
    boolean hasViaNode = false;
    for (int i = 0; i < members.count(); i++) {
      long member = members.ids()[i];
      boolean way = members.kinds()[i] == Kind.WAY;
      switch (members.roles()[i]) {
        case "from" -> add(from, member, way);
        case "to" -> add(to, member, way);
        case "via" -> {
          add(viaWays, member, way);
          if (members.kinds()[i] == Kind.NODE) {
            viaNode = member;
            hasViaNode = true;
          }
        }
        default -> {
          // Signs and remarks.
        }
      }
    }
    if (from.isEmpty() || to.isEmpty() || hasViaNode != viaWays.isEmpty()) {
      findings.warning(
          "incomplete_restriction",
          "relation " + id,
          from.size() + " from, " + viaWays.size() + " via, " + to.size() + " to",
          "a restriction needs from, to, and one node or some ways as via; it was left out");
      return;
    }
    viaNodes.add(viaNode);
    read.add(new Restriction(id, only, modes, from, -1, viaWays, to));
  }

  /// Puts them into the draft once all nodes on streets are numbered.
  void resolve(LongIndex index, Draft draft, Findings findings) {
    for (int i = 0; i < read.size(); i++) {
      Restriction r = read.get(i);
      int node = r.viaWays().isEmpty() ? index.find(viaNodes.get(i)) : -1;
      if (r.viaWays().isEmpty() && node < 0) {
        findings.warning(
            "restriction_off_streets",
            "relation " + r.id(),
            "node " + viaNodes.get(i),
            "no street that is kept runs through it; the restriction was left out");
      } else {
        draft.restrictions.add(
            new Restriction(r.id(), r.only(), r.modes(), r.from(), node, r.viaWays(), r.to()));
      }
    }
  }

  private static void add(List<Long> ways, long id, boolean way) {
    if (way) {
      ways.add(id);
    }
  }
}
