package eu.trama.engines.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import eu.trama.engines.roads.examples.Town;
import eu.trama.engines.roads.findings.Finding;
import eu.trama.engines.roads.graph.OsmOptions;
import eu.trama.engines.roads.graph.Reading;
import eu.trama.engines.roads.graph.StreetGraphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/// Files that are not what they should be: no graph, and a finding that says where and what to do.
class BadFilesTest {
  private static final byte[] TOWN =
      new Town().at("A", 0, 0).at("B", 100, 0).way(1, "A B", "highway=residential").bytes();

  @Test
  void nothingAtAll() throws Exception {
    assertThat(last(read(new byte[0])).code()).isEqualTo("not_a_pbf");
  }

  @Test
  void aPictureInstead() throws Exception {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    Finding finding = last(read(picture));
    assertThat(finding.code()).isEqualTo("not_a_pbf");
    assertThat(finding.place()).isEqualTo("blob 0 at byte 0");
    assertThat(finding.advice()).contains(".osm.pbf");
  }

  @Test
  void cutOffAnywhere() throws Exception {
    assertThat(read(TOWN).graph()).isPresent();
    for (int length = 0; length < TOWN.length; length++) {
      Reading reading = read(Arrays.copyOf(TOWN, length));
      // Between two blobs a file may end; there it lacks its streets, not its form.
      reading.graph().ifPresent(graph -> assertThat(graph.junctions()).isZero());
    }
  }

  @Test
  void anyBitTurned() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = TOWN.clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Reading reading = read(bytes);
      assertThat(reading.graph().isPresent() || reading.findings().errors() > 0).isTrue();
    }
  }

  @Test
  void aBlobThatUnpacksToMoreThanItSays() throws Exception {
    assertThat(last(read(packed(new byte[5000], 100, "OSMHeader"))).code()).isEqualTo("damaged");
  }

  @Test
  void aBlobThatUnpacksToLessThanItSays() throws Exception {
    assertThat(last(read(packed(new byte[50], 100, "OSMHeader"))).code()).isEqualTo("damaged");
  }

  @Test
  void aBlobThatSaysItIsHuge() throws Exception {
    assertThat(last(read(packed(new byte[50], Integer.MAX_VALUE, "OSMHeader"))).code())
        .isEqualTo("damaged");
  }

  @Test
  void manyBlobsOfZeros() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.writeBytes(Arrays.copyOf(TOWN, headerLength()));
    // A field of bytes that nobody knows, 4 MB of it in each blob.
    byte[] zeros = new byte[4 << 20];
    zeros[0] = 99;
    for (int i = 0; i < 20; i++) {
      bomb.writeBytes(packed(zeros, zeros.length, "OSMData"));
    }
    ReadLimits tight = new ReadLimits(100, 16 << 20, 1000, 1000, 100, 100, 10);
    OsmOptions options =
        new OsmOptions(
            OsmOptions.usual().modes(), OsmOptions.usual().area(), tight, profile -> profile);
    byte[] bytes = bomb.toByteArray();
    Reading reading =
        StreetGraphs.read(new PbfReader(() -> new ByteArrayInputStream(bytes), tight), options);
    assertThat(reading.graph()).isEmpty();
    assertThat(reading.findings().counts())
        .containsAnyOf(Map.entry("too_large", 1L), Map.entry("damaged", 1L));
  }

  @Test
  void aFeatureThatNobodyKnows() throws Exception {
    byte[] header =
        Osmformat.HeaderBlock.newBuilder()
            .addRequiredFeatures("HistoricalInformation")
            .build()
            .toByteArray();
    Finding finding = last(read(packed(header, header.length, "OSMHeader")));
    assertThat(finding.code()).isEqualTo("unknown_feature");
    assertThat(finding.value()).isEqualTo("HistoricalInformation");
  }

  @Test
  void moreNodesThanAllowed() throws Exception {
    ReadLimits tight = new ReadLimits(100, 1 << 20, 1, 1000, 100, 100, 10);
    OsmOptions options =
        new OsmOptions(
            OsmOptions.usual().modes(), OsmOptions.usual().area(), tight, profile -> profile);
    Reading reading =
        StreetGraphs.read(new PbfReader(() -> new ByteArrayInputStream(TOWN), tight), options);
    assertThat(reading.graph()).isEmpty();
    assertThat(reading.findings().counts()).containsKey("too_many_nodes");
  }

  private static int headerLength() {
    int header = ((TOWN[2] & 0xff) << 8 | (TOWN[3] & 0xff)) + 4;
    // The header's blob holds the feature alone; the second blob begins with its length again.
    for (int at = header; at < TOWN.length - 4; at++) {
      if (TOWN[at] == 0 && TOWN[at + 1] == 0 && TOWN[at + 2] == 0) {
        return at;
      }
    }
    throw new IllegalStateException("no second blob");
  }

  private static Reading read(byte[] bytes) throws Exception {
    OsmOptions options = OsmOptions.usual();
    return StreetGraphs.read(
        new PbfReader(() -> new ByteArrayInputStream(bytes), options.limits()), options);
  }

  private static Finding last(Reading reading) {
    assertThat(reading.graph()).isEmpty();
    return reading.findings().kept().getLast();
  }

  private static byte[] packed(byte[] content, int says, String type) throws Exception {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] zlib = new byte[content.length + 100];
    int length = deflater.deflate(zlib);
    deflater.end();
    byte[] blob =
        Fileformat.Blob.newBuilder()
            .setRawSize(says)
            .setZlibData(ByteString.copyFrom(zlib, 0, length))
            .build()
            .toByteArray();
    byte[] header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(blob.length)
            .build()
            .toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DataOutputStream(out).writeInt(header.length);
    out.write(header);
    out.write(blob);
    return out.toByteArray();
  }
}
