package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Finding;
import eu.trama.engines.roads.findings.Findings;
import eu.trama.engines.roads.geo.Area;
import eu.trama.engines.roads.osm.Elements;
import eu.trama.engines.roads.osm.Key;
import eu.trama.engines.roads.osm.PbfReader;
import eu.trama.engines.roads.osm.ReadLimits;
import eu.trama.engines.roads.osm.Tags;
import eu.trama.engines.roads.rules.StreetProfile;
import eu.trama.engines.roads.rules.StreetRules;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Takes the streets out of an OpenStreetMap file: first ways and turn restrictions, then the nodes
/// that they name. Memory is bounded by about 40 bytes a node on streets and 4 a point of a way.
final class OsmStreets implements Elements {
  private final ReadLimits limits;
  private final Findings findings;
  private final Area area;
  private final UnaryOperator<StreetProfile> adapt;
  private final StreetRules rules = new StreetRules();
  private final RestrictionReader restrictions = new RestrictionReader();
  private final LongIndex index = new LongIndex(1 << 16);
  private final Draft draft = new Draft();
  private boolean placing;
  private boolean full;

  private OsmStreets(
      ReadLimits limits, Findings findings, Area area, UnaryOperator<StreetProfile> adapt) {
    this.limits = limits;
    this.findings = findings;
    this.area = area;
    this.adapt = adapt;
  }

  /// Reads the streets; empty where the file could not be read to its end.
  static Optional<Draft> read(
      PbfReader reader,
      ReadLimits limits,
      Findings findings,
      Area area,
      UnaryOperator<StreetProfile> adapt)
      throws IOException, InterruptedException {
    OsmStreets streets = new OsmStreets(limits, findings, area, adapt);
    if (!reader.read(streets) || streets.full) {
      return Optional.empty();
    }
    streets.placing = true;
    streets.draft.nodes(streets.index.size());
    streets.restrictions.resolve(streets.index, streets.draft, findings);
    return reader.read(streets) ? Optional.of(streets.draft) : Optional.empty();
  }

  @Override
  public boolean wants(Kind kind) {
    return !full && placing == (kind == Kind.NODE);
  }

  @Override
  public boolean wantsNode(long id) {
    return index.find(id) >= 0;
  }

  @Override
  public void node(long id, int latitude, int longitude, Tags tags) {
    if (area.contains(latitude, longitude)) {
      int blocked = tags.isEmpty() ? 0 : rules.blocked(tags);
      draft.place(index.find(id), latitude, longitude, blocked);
    }
  }

  @Override
  public void way(long id, long[] refs, int count, Tags tags) {
    StreetProfile profile = rules.way(tags);
    if (profile == null || full) {
      return;
    }
    if (count < 2) {
      findings.warning("short_way", "way " + id, count + " points", "a street needs two");
      return;
    }
    for (int i = 0; i < count; i++) {
      draft.points.add(index.add(refs[i]));
    }
    int crossing = rules.crossingSeconds(tags);
    if (crossing > 0) {
      draft.crossings.put(draft.ways(), crossing);
    }
    String name = tags.text(Key.NAME);
    draft.endWay(
        id,
        draft.profile(adapt.apply(profile)),
        draft.name(name.isEmpty() ? tags.text(Key.REF) : name));
    if (index.size() > limits.nodes() || draft.points.size() > limits.points()) {
      full = true;
      findings.error(
          "too_many_nodes",
          "way " + id,
          index.size() + " nodes, " + draft.points.size() + " points",
          "clip the file to the city, or raise the limit");
    }
  }

  @Override
  public void relation(long id, Members members, Tags tags) {
    restrictions.read(id, members, tags, findings);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }
}
