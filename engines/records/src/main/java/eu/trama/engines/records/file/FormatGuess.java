package eu.trama.engines.records.file;

import eu.trama.engines.records.copybook.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Guesses how the records of a file follow one another, from its first megabyte and its size.
///
/// @param format a format that the file could have
/// @param confidence 0 to 1: which part of the bytes looked at it explains, as records of a length
///   that the layout allows; a fixed length, which explains any bytes, is trusted by half as long
///   as anything else fits
/// @param reason in words
public record FormatGuess(RecordFormat format, double confidence, String reason) {
  private static final int LOOKED_AT = 1 << 20;
  private static final double FIXED_LENGTH = 0.5;

  /// Formats that explain anything, the likeliest first.
  public static List<FormatGuess> detect(Path file, Layout layout) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      java.nio.ByteBuffer begin =
          java.nio.ByteBuffer.allocate((int) Math.min(LOOKED_AT, Files.size(file)));
      while (begin.hasRemaining() && channel.read(begin) >= 0) {
        // A channel may give less than was asked for.
      }
      return detect(begin.array(), channel.size(), layout);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Formats that explain anything of a file that begins with these bytes.
  ///
  /// @param size bytes of the whole file
  public static List<FormatGuess> detect(byte[] begin, long size, Layout layout) {
    int least = Math.max(1, layout.least());
    int most = layout.most();
    List<FormatGuess> found = new ArrayList<>();
    chained(found, begin, size, new RecordFormat.Blocked(least, most), least, most);
    chained(found, begin, size, new RecordFormat.Spanned(), least, most);
    chained(found, begin, size, new RecordFormat.Variable(least, most), least, most);
    for (int end : new int[] {0x0A, 0x15, 0x25}) {
      chained(found, begin, size, new RecordFormat.Lines((byte) end, end == 0x0A), least, most);
    }
    if (size % most == 0 && size > 0) {
      String reason =
          String.format(Locale.ROOT, "%d bytes are %d records of %d", size, size / most, most);
      found.add(new FormatGuess(new RecordFormat.Fixed(most), FIXED_LENGTH, reason));
    }
    found.sort(Comparator.comparingDouble(FormatGuess::confidence).reversed());
    return List.copyOf(found);
  }

  private static void chained(
      List<FormatGuess> found, byte[] begin, long size, RecordFormat format, int least, int most) {
    long explained = 0;
    long records = 0;
    try (RecordFile file = RecordFile.of(begin, format)) {
      RecordReader reader = file.reader();
      while (reader.next()) {
        RecordBatch batch = reader.batch();
        for (int i = 0; i < batch.count(); i++) {
          if (batch.length(i) >= least && batch.length(i) <= most) {
            explained += batch.length(i);
            records++;
          }
        }
        explained += records > 0 ? batch.headerBytes() : 0;
      }
    }
    // Where only a part was looked at, its last record may be cut.
    long cut = begin.length < size ? Math.min(most, begin.length - 1) : 0;
    long looked = begin.length - cut;
    double confidence = Math.min(1, (double) explained / Math.max(1, looked));
    if (records > 0 && confidence > 0.01) {
      String reason =
          String.format(Locale.ROOT, "%d records of %d to %d bytes", records, least, most);
      found.add(new FormatGuess(format, confidence, reason));
    }
  }
}
