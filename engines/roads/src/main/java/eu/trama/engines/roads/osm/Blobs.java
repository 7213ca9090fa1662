package eu.trama.engines.roads.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The blobs of a file, one after the other. The unpacked bytes are shared from blob to blob.
final class Blobs implements AutoCloseable {
  private static final int LONGEST_HEADER = 64 << 10;
  private static final int LONGEST_BLOB = 32 << 20;
  // What the format's own compression adds at most to incompressible bytes, amply.
  private static final int LONGEST_PACKED = LONGEST_BLOB + (1 << 20);

  private final InputStream in;
  private final ReadLimits limits;
  private final Inflater inflater = new Inflater();
  private final Wire wire = new Wire();
  private byte[] packed = new byte[0];
  private byte[] unpacked = new byte[0];
  private int index = -1;
  private long offset;
  private long nextOffset;
  private long unpackedBytes;
  private int size;
  private String type = "";

  Blobs(InputStream in, ReadLimits limits) {
    this.in = in;
    this.limits = limits;
  }

  /// Goes to the next blob; false at the end of the file. Its bytes are read by [#unpack] or passed
  /// over.
  boolean next() throws IOException, PbfException {
    if (index >= 0 && size > 0) {
      passOver();
    }
    offset = nextOffset;
    index++;
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length == 0) {
      return false;
    }
    if (index >= limits.blobs()) {
      throw new PbfException(
          "too_many_blobs", index + " blobs", "clip the file to the city, or raise the limit");
    }
    if (length.length < Integer.BYTES) {
      throw PbfException.damaged("cut off in the length of a blob's header");
    }
    int headerLength =
        (length[0] & 0xff) << 24
            | (length[1] & 0xff) << 16
            | (length[2] & 0xff) << 8
            | (length[3] & 0xff);
    if (headerLength < 0 || headerLength > LONGEST_HEADER) {
      throw new PbfException(
          "not_a_pbf", "header of " + headerLength + " bytes", "give a file that ends in .osm.pbf");
    }
    byte[] header = exactly(headerLength);
    readHeader(header);
    nextOffset = offset + Integer.BYTES + headerLength + size;
    return true;
  }

  private void readHeader(byte[] header) throws PbfException {
    type = "";
    size = -1;
    wire.over(header, 0, header.length);
    while (wire.more()) {
      int field = wire.field();
      switch (field) {
        case 1 << 3 | Wire.BYTES -> {
          int length = wire.length();
          type = new String(header, wire.at(), length, StandardCharsets.ISO_8859_1);
          wire.pass(length);
        }
        case 3 << 3 -> size = wire.index(LONGEST_PACKED);
        default -> wire.skip(field & 7);
      }
    }
    if (size < 0 || type.isEmpty()) {
      throw PbfException.damaged("a blob without type or size");
    }
  }

  /// What kind of blob: `OSMHeader`, `OSMData` or something to pass over.
  String type() {
    return type;
  }

  int index() {
    return index;
  }

  String place() {
    return "blob " + index + " at byte " + offset;
  }

  /// Puts a cursor over the blob's unpacked bytes, valid until the next call of [#next].
  void unpack(Wire over) throws IOException, PbfException {
    if (packed.length < size) {
      packed = new byte[Math.max(size, Math.min(LONGEST_PACKED, packed.length * 2))];
    }
    if (in.readNBytes(packed, 0, size) < size) {
      throw PbfException.damaged("cut off in a blob of " + size + " bytes");
    }
    int length = size;
    size = 0;
    wire.over(packed, 0, length);
    int rawSize = -1;
    int kind = 0;
    int start = 0;
    int count = 0;
    while (wire.more()) {
      int field = wire.field();
      if (field == (2 << 3)) {
        rawSize = wire.index(LONGEST_BLOB);
      } else if ((field & 7) == Wire.BYTES) {
        count = wire.length();
        start = wire.at();
        kind = field >> 3;
        wire.pass(count);
      } else {
        wire.skip(field & 7);
      }
    }
    switch (kind) {
      case 1 -> over.over(packed, start, bounded(count));
      case 3 -> inflate(over, start, count, rawSize);
      default ->
          throw new PbfException(
              "unknown_compression",
              "field " + kind,
              "only raw and zlib are read; convert with osmium cat -f pbf,pbf_compression=zlib");
    }
  }

  private void inflate(Wire over, int start, int count, int rawSize) throws PbfException {
    if (rawSize < 0) {
      throw PbfException.damaged("a packed blob that does not say its size");
    }
    bounded(rawSize);
    if (unpacked.length < rawSize) {
      unpacked = new byte[Math.max(rawSize, Math.min(LONGEST_BLOB, unpacked.length * 2))];
    }
    inflater.reset();
    inflater.setInput(packed, start, count);
    int done = 0;
    try {
      while (done < rawSize) {
        int step = inflater.inflate(unpacked, done, rawSize - done);
        if (step == 0) {
          throw PbfException.damaged("unpacks to " + done + " bytes, not " + rawSize);
        }
        done += step;
      }
      // The last bytes may be a checksum that is only looked at when more is asked for.
      if (!inflater.finished() && inflater.inflate(new byte[1]) != 0) {
        throw PbfException.damaged("unpacks to more than the " + rawSize + " bytes it says");
      }
    } catch (DataFormatException broken) {
      throw PbfException.damaged(String.valueOf(broken.getMessage()));
    }
    over.over(unpacked, 0, rawSize);
  }

  private int bounded(int more) throws PbfException {
    unpackedBytes += more;
    if (more > LONGEST_BLOB || unpackedBytes > limits.bytes()) {
      throw new PbfException(
          "too_large",
          unpackedBytes + " bytes unpacked",
          "clip the file to the city, or raise the limit");
    }
    return more;
  }

  private void passOver() throws IOException, PbfException {
    try {
      in.skipNBytes(size);
    } catch (EOFException cut) {
      throw PbfException.damaged("cut off in a blob of " + size + " bytes");
    }
  }

  private byte[] exactly(int length) throws IOException, PbfException {
    byte[] read = in.readNBytes(length);
    if (read.length < length) {
      throw PbfException.damaged("cut off in a blob's header");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
