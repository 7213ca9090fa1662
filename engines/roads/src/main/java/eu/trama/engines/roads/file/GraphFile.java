package eu.trama.engines.roads.file;

import eu.trama.engines.roads.graph.RoadGraph;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// Keeps a graph in a file. What searches read again and again is copied into arrays when it is
/// opened, which takes milliseconds; shapes and names stay in the mapped file and are paged in when
/// somebody asks for them. An open graph keeps its file mapped until it is collected; the file may
/// be replaced meanwhile, since [#write] moves a new one into its place.
///
/// All numbers are little-endian. A header of 64 bytes:
///
/// | byte | |
/// |---|---|
/// | 0 | `TRAMARDS` |
/// | 8 | version, 4 bytes |
/// | 12 | zeros |
/// | 16 | bytes after the header, 8 bytes |
/// | 24 | CRC-32C of them, 8 bytes |
/// | 32 | zeros |
///
/// Then the sections in the order of [GraphSections], each its length in 8 bytes, its bytes, and
/// zeros up to a multiple of 8.
public final class GraphFile {
  /// Goes up whenever the sections change; a file of another version is built anew, not converted.
  public static final int VERSION = 1;

  private static final long MAGIC =
      ByteBuffer.wrap(new byte[] {'T', 'R', 'A', 'M', 'A', 'R', 'D', 'S'})
          .order(ByteOrder.LITTLE_ENDIAN)
          .getLong();
  private static final int HEADER = 64;
  private static final long LARGEST_PIECE = 1 << 30;

  private GraphFile() {}

  /// Writes a graph; the same graph makes the same bytes.
  ///
  /// @throws IOException where the disk fails; a file that was there before is then untouched
  public static void write(RoadGraph graph, Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    Path temporary = Files.createTempFile(folder, "graph", ".part");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.position(HEADER);
        SectionWriter sections = new SectionWriter(channel);
        GraphSections.write(graph, sections);
        long length = sections.finish();
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putInt(0).putLong(length).putLong(sections.sum());
        header.position(0);
        for (int at = 0; header.hasRemaining(); ) {
          at += channel.write(header, at);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// Opens a graph.
  ///
  /// @throws GraphFileException where the file is no graph, of another version, cut off or damaged
  /// @throws IOException where it cannot be read at all
  public static RoadGraph open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        // Until the header is there or the file ends.
      }
      if (header.hasRemaining() || header.getLong(0) != MAGIC) {
        throw new GraphFileException("not_a_graph", file, "no graph of streets");
      }
      if (header.getInt(8) != VERSION) {
        throw new GraphFileException(
            "other_version", file, "version " + header.getInt(8) + ", not " + VERSION);
      }
      long length = header.getLong(16);
      if (length != channel.size() - HEADER) {
        throw new GraphFileException(
            "cut_off", file, (channel.size() - HEADER) + " bytes, not " + length);
      }
      MemorySegment mapped =
          channel.map(FileChannel.MapMode.READ_ONLY, HEADER, length, Arena.ofAuto());
      if (sum(mapped) != header.getLong(24)) {
        throw new GraphFileException("damaged", file, "its checksum differs");
      }
      return GraphSections.read(new SectionReader(file, mapped));
    }
  }

  private static long sum(MemorySegment bytes) {
    CRC32C sum = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += LARGEST_PIECE) {
      sum.update(bytes.asSlice(at, Math.min(LARGEST_PIECE, bytes.byteSize() - at)).asByteBuffer());
    }
    return sum.getValue();
  }
}
