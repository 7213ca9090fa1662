package eu.trama.engines.records.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// A file of records, mapped into memory; its size is bounded by the address space alone.
///
/// ```java
/// try (RecordFile file = RecordFile.open(path, new RecordFormat.Variable(141, 309))) {
///   List<Totals> parts = file.parallel(2, reader -> Totals.of(reader));
/// }
/// ```
public final class RecordFile implements AutoCloseable {
  private final Arena arena;
  private final MemorySegment bytes;
  private final RecordFormat format;

  private RecordFile(Arena arena, MemorySegment bytes, RecordFormat format) {
    this.arena = arena;
    this.bytes = bytes;
    this.format = format;
  }

  // The arena is closed with the file.
  @SuppressWarnings("MustBeClosedChecker")
  public static RecordFile open(Path path, RecordFormat format) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new RecordFile(arena, bytes, format);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// A file that is in memory already.
  @SuppressWarnings("MustBeClosedChecker")
  public static RecordFile of(byte[] content, RecordFormat format) {
    Arena arena = Arena.ofShared();
    MemorySegment bytes = arena.allocate(Math.max(1, content.length)).asSlice(0, content.length);
    MemorySegment.copy(content, 0, bytes, ValueLayout.JAVA_BYTE, 0, content.length);
    return new RecordFile(arena, bytes, format);
  }

  public long size() {
    return bytes.byteSize();
  }

  /// The whole file.
  public RecordReader reader() {
    return new RecordReader(bytes, format, 0, size());
  }

  /// Bytes of a place, such as quarantined ones.
  public byte[] bytes(long position, int length) {
    byte[] copy = new byte[length];
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, position, copy, 0, length);
    return copy;
  }

  /// Where records can be taken up from the middle: spanned records cannot, since one may have
  /// begun blocks ago.
  private boolean splittable() {
    return !(format instanceof RecordFormat.Spanned);
  }

  /// A begin of a record at or after a place. For every format but fixed ones and lines it is a
  /// guess that {@link #parallel} proves.
  long boundary(long from) {
    return switch (format) {
      case RecordFormat.Fixed(int length) ->
          Math.min(size(), (from + length - 1) / length * length);
      case RecordFormat.Lines lines -> lineAfter(from, lines.end());
      default -> from == 0 ? 0 : new Resync(bytes, Link.of(format)).find(from);
    };
  }

  private long lineAfter(long from, byte end) {
    long at = from;
    while (at > 0 && at < size() && bytes.get(ValueLayout.JAVA_BYTE, at - 1) != end) {
      at++;
    }
    return at;
  }

  /// Works on the file in as many parts as there are threads, and gives the results in the order of
  /// the file.
  ///
  /// Each part begins where a record seems to begin. The first begins at the file's begin, so it is
  /// right, and ends where its last record ends; that is where the second must have begun. Where it
  /// did not, its result is dropped and it is worked again from there, and so on to the last: by
  /// induction no record is read twice, missed or misread for being split.
  ///
  /// @param work reads every batch of the reader it is given; it may be called again for a part
  public <R> List<R> parallel(int threads, Function<RecordReader, R> work) {
    int parts = splittable() ? threads : 1;
    List<RecordReader> readers = new ArrayList<>();
    long from = 0;
    for (int i = 1; i <= parts; i++) {
      long to = i == parts ? size() : Math.max(from, boundary(size() / parts * i));
      readers.add(new RecordReader(bytes, format, from, to));
      from = to;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(parts)) {
      List<Future<R>> running = new ArrayList<>();
      for (RecordReader reader : readers) {
        running.add(pool.submit(() -> work.apply(reader)));
      }
      List<R> results = new ArrayList<>();
      long proven = 0;
      for (int i = 0; i < parts; i++) {
        R result = running.get(i).get();
        RecordReader reader = readers.get(i);
        if (reader.begin() != proven) {
          long to = i + 1 < parts ? readers.get(i + 1).begin() : size();
          reader = new RecordReader(bytes, format, proven, Math.max(to, proven));
          result = work.apply(reader);
        }
        results.add(result);
        proven = reader.position();
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading records", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
