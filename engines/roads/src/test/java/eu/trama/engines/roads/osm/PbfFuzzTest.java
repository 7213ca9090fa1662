package eu.trama.engines.roads.osm;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.Reading;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.graph.StreetGraphs;
import eu.trama.engines.roads.route.Router;
import eu.trama.engines.roads.route.StreetSearch;
import eu.trama.engines.roads.route.Targets;
import eu.trama.engines.roads.rules.Mode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/// No bytes make the reader throw, and whatever graph they yield can be searched. In the plain test
/// run Jazzer replays the seeds under `src/test/resources`; with `JAZZER_FUZZ=1` it searches on.
class PbfFuzzTest {
  private static final OsmOptions OPTIONS =
      new OsmOptions(
          OsmOptions.usual().modes(),
          OsmOptions.usual().area(),
          new ReadLimits(1000, 1 << 22, 10_000, 20_000, 1000, 100, 50),
          UnaryOperator.identity());

  @FuzzTest
  void readsAnyFile(byte[] input) throws Exception {
    search(input);
  }

  /// The bytes are one block behind a sound header, which the search would seldom find by itself.
  @FuzzTest
  void readsAnyBlock(byte[] input) throws Exception {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    blob(file, "OSMHeader", new byte[0]);
    blob(file, "OSMData", input);
    search(file.toByteArray());
  }

  private static void search(byte[] bytes) throws Exception {
    Reading reading =
        StreetGraphs.read(
            new PbfReader(() -> new ByteArrayInputStream(bytes), OPTIONS.limits()), OPTIONS);
    if (reading.graph().isEmpty()) {
      if (reading.findings().errors() == 0) {
        throw new AssertionError("no graph, and no word why");
      }
      return;
    }
    RoadGraph graph = reading.graph().get();
    for (Mode mode : Mode.values()) {
      double latitude = graph.junctions() == 0 ? 0 : graph.latitude(0) / 1e7;
      double longitude = graph.junctions() == 0 ? 0 : graph.longitude(0) / 1e7;
      Targets targets =
          Targets.prepare(
              graph, mode, new double[] {latitude, 0}, new double[] {longitude, 0}, 100);
      StreetSearch search = StreetSearch.on(graph, mode);
      search.from(latitude, longitude, 3600, 1);
      search.seconds(targets, new short[2]);
      int last = Math.max(0, graph.junctions() - 1);
      if (graph.junctions() > 0) {
        new Router(graph, mode)
            .route(
                latitude,
                longitude,
                graph.latitude(last) / 1e7,
                graph.longitude(last) / 1e7,
                1,
                100);
      }
    }
  }

  /// A blob that is not packed.
  private static void blob(ByteArrayOutputStream out, String type, byte[] content)
      throws IOException {
    byte[] raw = field(1, content);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.writeBytes(field(1, type.getBytes(StandardCharsets.US_ASCII)));
    header.write(3 << 3);
    varint(header, raw.length);
    new DataOutputStream(out).writeInt(header.size());
    out.writeBytes(header.toByteArray());
    out.writeBytes(raw);
  }

  private static byte[] field(int number, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((number << 3) | Wire.BYTES);
    varint(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
