package eu.trama.engines.roads.examples;

import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.Reading;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.osm.PbfReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A town drawn in metres east and north of a point in Barcelona, written as PBF by OpenStreetMap's
/// own library and read back by the engine.
///
/// ```java
/// Town town = new Town().at("A", 0, 0).at("B", 100, 0).way(1, "A B", "highway=residential");
/// ```
public final class Town {
  private static final double LATITUDE = 41.4;
  private static final double LONGITUDE = 2.17;
  private static final double NORTH = Ground.metresPerDegreeNorth(LATITUDE);
  private static final double EAST = Ground.metresPerDegreeEast(LATITUDE);

  private final Map<String, Long> ids = new LinkedHashMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Osmformat.PrimitiveGroup.Builder nodes = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder ways = Osmformat.PrimitiveGroup.newBuilder();
  private final Osmformat.PrimitiveGroup.Builder relations = Osmformat.PrimitiveGroup.newBuilder();

  public Town() {
    text("");
  }

  public static double latitude(double north) {
    return LATITUDE + north / NORTH;
  }

  public static double longitude(double east) {
    return LONGITUDE + east / EAST;
  }

  /// A node in metres, with tags written `key=value`.
  public Town at(String name, double east, double north, String... tags) {
    long id = 100L + ids.size();
    ids.put(name, id);
    Osmformat.Node.Builder node =
        Osmformat.Node.newBuilder()
            .setId(id)
            .setLat(Math.round(latitude(north) * 1e7))
            .setLon(Math.round(longitude(east) * 1e7));
    for (String tag : tags) {
      node.addKeys(text(tag.substring(0, tag.indexOf('='))));
      node.addVals(text(tag.substring(tag.indexOf('=') + 1)));
    }
    nodes.addNodes(node);
    return this;
  }

  /// A way through nodes named with spaces between.
  public Town way(long id, String through, String... tags) {
    Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(id);
    long before = 0;
    for (String name : through.split(" ", -1)) {
      way.addRefs(id(name) - before);
      before = id(name);
    }
    for (String tag : tags) {
      way.addKeys(text(tag.substring(0, tag.indexOf('='))));
      way.addVals(text(tag.substring(tag.indexOf('=') + 1)));
    }
    ways.addWays(way);
    return this;
  }

  /// A turn restriction; `via` names a node, or ways with spaces between.
  public Town restriction(long id, String kind, long from, String via, long to, String... tags) {
    Osmformat.Relation.Builder relation = Osmformat.Relation.newBuilder().setId(id);
    tag(relation, "type", "restriction");
    tag(relation, "restriction", kind);
    for (String tag : tags) {
      tag(relation, tag.substring(0, tag.indexOf('=')), tag.substring(tag.indexOf('=') + 1));
    }
    List<Long> members = new ArrayList<>();
    member(relation, members, "from", from, Osmformat.Relation.MemberType.WAY);
    if (ids.containsKey(via)) {
      member(relation, members, "via", id(via), Osmformat.Relation.MemberType.NODE);
    } else {
      for (String way : via.split(" ", -1)) {
        member(relation, members, "via", Long.parseLong(way), Osmformat.Relation.MemberType.WAY);
      }
    }
    member(relation, members, "to", to, Osmformat.Relation.MemberType.WAY);
    relations.addRelations(relation);
    return this;
  }

  public Reading read(OsmOptions options) {
    byte[] bytes = bytes();
    try {
      return StreetGraphs.read(
          new PbfReader(() -> new ByteArrayInputStream(bytes), options.limits()), options);
    } catch (IOException | InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public RoadGraph graph() {
    return read(OsmOptions.usual()).graph().orElseThrow();
  }

  /// The town as a PBF file.
  public byte[] bytes() {
    Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
    for (String text : texts.keySet()) {
      table.addS(com.google.protobuf.ByteString.copyFromUtf8(text));
    }
    Osmformat.PrimitiveBlock block =
        Osmformat.PrimitiveBlock.newBuilder()
            .setStringtable(table)
            .addPrimitivegroup(nodes)
            .addPrimitivegroup(ways)
            .addPrimitivegroup(relations)
            .build();
    Osmformat.HeaderBlock header =
        Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, "OSMHeader", header.toByteArray());
    write(out, "OSMData", block.toByteArray());
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, String type, byte[] content) {
    byte[] blob =
        Fileformat.Blob.newBuilder()
            .setRaw(com.google.protobuf.ByteString.copyFrom(content))
            .build()
            .toByteArray();
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    try {
      new DataOutputStream(out).writeInt(header.length);
      out.write(header);
      out.write(blob);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private void tag(Osmformat.Relation.Builder relation, String key, String value) {
    relation.addKeys(text(key)).addVals(text(value));
  }

  private void member(
      Osmformat.Relation.Builder relation,
      List<Long> members,
      String role,
      long id,
      Osmformat.Relation.MemberType type) {
    relation.addRolesSid(text(role));
    relation.addMemids(id - (members.isEmpty() ? 0 : members.getLast()));
    relation.addTypes(type);
    members.add(id);
  }

  private long id(String name) {
    Long id = ids.get(name);
    if (id == null) {
      throw new IllegalArgumentException("the town has no " + name);
    }
    return id;
  }

  private int text(String text) {
    String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return texts.computeIfAbsent(clean, _ -> texts.size());
  }
}
