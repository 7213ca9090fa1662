package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.osm.Elements.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/// Reads a file as often as asked; from the second time on, blobs without a wanted kind of element
/// are passed over packed. What is wrong with the file as a whole ends the reading and becomes a
/// finding.
public final class PbfReader {
  private static final int BUFFER = 1 << 16;

  /// Where the bytes come from, each time anew.
  @FunctionalInterface
  public interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final ReadLimits limits;
  private final Block block;
  private final BitSet[] blobsWithout;

  public PbfReader(Source source, ReadLimits limits) {
    this.source = source;
    this.limits = limits;
    this.block = new Block(limits);
    this.blobsWithout = new BitSet[] {new BitSet(), new BitSet(), new BitSet()};
  }

  /// Reads a file of the disk.
  public static PbfReader of(Path file, ReadLimits limits) {
    return new PbfReader(() -> Files.newInputStream(file), limits);
  }

  /// Reads the whole file once; false where it could not be read to its end, and a finding says
  /// why.
  ///
  /// @throws IOException where it cannot be opened, or the disk fails
  /// @throws InterruptedException when the thread was interrupted
  public boolean read(Elements elements) throws IOException, InterruptedException {
    try (Blobs blobs = new Blobs(new BufferedInputStream(source.open(), BUFFER), limits)) {
      try {
        read(blobs, elements);
        return true;
      } catch (PbfException broken) {
        elements.finding(broken.at(blobs.place()));
        return false;
      }
    }
  }

  private void read(Blobs blobs, Elements elements)
      throws IOException, PbfException, InterruptedException {
    Wire bytes = new Wire();
    boolean header = false;
    while (blobs.next()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("while reading " + blobs.place());
      }
      if (blobs.type().equals("OSMHeader")) {
        blobs.unpack(bytes);
        checkFeatures(bytes);
        header = true;
      } else if (!header) {
        throw new PbfException(
            "not_a_pbf", "begins with " + blobs.type(), "give a file that ends in .osm.pbf");
      } else if (blobs.type().equals("OSMData") && mayHold(blobs.index(), elements)) {
        blobs.unpack(bytes);
        int kinds = block.read(bytes, blobs.place(), elements);
        for (Kind kind : Kind.values()) {
          blobsWithout[kind.number()].set(blobs.index(), (kinds & 1 << kind.number()) == 0);
        }
      }
    }
    if (!header) {
      throw new PbfException("not_a_pbf", "no blobs", "give a file that ends in .osm.pbf");
    }
  }

  private boolean mayHold(int blob, Elements elements) {
    for (Kind kind : Kind.values()) {
      if (elements.wants(kind) && !blobsWithout[kind.number()].get(blob)) {
        return true;
      }
    }
    return false;
  }

  private static void checkFeatures(Wire header) throws PbfException {
    while (header.more()) {
      int field = header.field();
      if (field == (4 << 3 | Wire.BYTES)) {
        int length = header.length();
        String feature =
            new String(header.bytes(), header.at(), length, StandardCharsets.ISO_8859_1);
        header.pass(length);
        if (!feature.equals("OsmSchema-V0.6") && !feature.equals("DenseNodes")) {
          throw new PbfException(
              "unknown_feature",
              feature,
              "the file needs a reader that knows this; an extract without history has it not");
        }
      } else {
        header.skip(field & 7);
      }
    }
  }
}
