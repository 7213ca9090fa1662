package eu.trama.engines.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import eu.trama.engines.roads.RealData;
import eu.trama.engines.roads.findings.Finding;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files hold the same nodes and ways to the engine's own reader as to OpenStreetMap's
/// library.
class ReaderWitnessTest {
  /// What is compared of all elements: sums, so that no million of objects is kept.
  private static final class Sums {
    private final Map<String, Long> sums = new TreeMap<>();

    private void add(String what, long value) {
      sums.merge(what, value, Long::sum);
    }

    private void node(long id, long latitude, long longitude) {
      add("nodes", 1);
      add("place", id * 31 + latitude * 7 + longitude);
    }

    private void tag(long id, String key, String value) {
      if (Key.of(key) != null) {
        add("tags", id ^ (key.hashCode() * 31L + value.hashCode()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"porto-alegre/poa_osm.pbf", "porto/porto_portugal.osm.pbf"})
  void readsWhatTheLibraryReads(String name) throws Exception {
    Path file = RealData.file(name);
    Sums ours = ours(file);
    Sums theirs = theirs(file);
    assertThat(ours.sums).isEqualTo(theirs.sums).containsKeys("nodes", "refs", "tags");
  }

  private static Sums ours(Path file) throws Exception {
    Sums sums = new Sums();
    PbfReader.of(file, ReadLimits.usual())
        .read(
            new Elements() {
              @Override
              public boolean wants(Kind kind) {
                return kind != Kind.RELATION;
              }

              @Override
              public boolean wantsNode(long id) {
                return true;
              }

              @Override
              public void node(long id, int latitude, int longitude, Tags tags) {
                sums.node(id, latitude, longitude);
                tags(id, tags);
              }

              @Override
              public void way(long id, long[] refs, int count, Tags tags) {
                for (int i = 0; i < count; i++) {
                  sums.add("refs", refs[i] * (i + 1));
                }
                tags(id, tags);
              }

              private void tags(long id, Tags tags) {
                for (Key key : Key.values()) {
                  if (tags.has(key)) {
                    sums.tag(id, key.written(), tags.text(key));
                  }
                }
              }

              @Override
              public void relation(long id, Members members, Tags tags) {}

              @Override
              public void finding(Finding finding) {
                throw new AssertionError(finding);
              }
            });
    return sums;
  }

  private static Sums theirs(Path file) throws Exception {
    Sums sums = new Sums();
    try (InputStream in = Files.newInputStream(file)) {
      new BlockInputStream(
              in,
              new BinaryParser() {
                @Override
                protected void parseRelations(List<Osmformat.Relation> relations) {}

                @Override
                protected void parseDense(Osmformat.DenseNodes dense) {
                  long id = 0;
                  long latitude = 0;
                  long longitude = 0;
                  int tag = 0;
                  for (int i = 0; i < dense.getIdCount(); i++) {
                    id += dense.getId(i);
                    latitude += dense.getLat(i);
                    longitude += dense.getLon(i);
                    node(id, latitude, longitude);
                    while (tag < dense.getKeysValsCount() && dense.getKeysVals(tag) != 0) {
                      sums.tag(
                          id,
                          getStringById(dense.getKeysVals(tag)),
                          getStringById(dense.getKeysVals(tag + 1)));
                      tag += 2;
                    }
                    tag++;
                  }
                }

                @Override
                protected void parseNodes(List<Osmformat.Node> nodes) {
                  for (Osmformat.Node node : nodes) {
                    node(node.getId(), node.getLat(), node.getLon());
                    for (int i = 0; i < node.getKeysCount(); i++) {
                      sums.tag(
                          node.getId(),
                          getStringById(node.getKeys(i)),
                          getStringById(node.getVals(i)));
                    }
                  }
                }

                private void node(long id, long latitude, long longitude) {
                  sums.node(
                      id,
                      Math.round(parseLat(latitude) * 1e7),
                      Math.round(parseLon(longitude) * 1e7));
                }

                @Override
                protected void parseWays(List<Osmformat.Way> ways) {
                  for (Osmformat.Way way : ways) {
                    boolean known = false;
                    for (int i = 0; i < way.getKeysCount(); i++) {
                      String key = getStringById(way.getKeys(i));
                      known |= Key.of(key) != null;
                      sums.tag(way.getId(), key, getStringById(way.getVals(i)));
                    }
                    long ref = 0;
                    for (int i = 0; known && i < way.getRefsCount(); i++) {
                      ref += way.getRefs(i);
                      sums.add("refs", ref * (i + 1));
                    }
                  }
                }

                @Override
                protected void parse(Osmformat.HeaderBlock header) {}

                @Override
                public void complete() {}
              })
          .process();
    }
    return sums;
  }
}
