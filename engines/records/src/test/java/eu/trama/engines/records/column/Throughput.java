package eu.trama.engines.records.column;

import eu.trama.engines.records.file.RecordFile;
import eu.trama.engines.records.file.RecordReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/// Measures decoding and encoding of a large file: megabytes a CPU second, all threads and the
/// kernel counted, the first round cold. Of encoding its own CPU time alone is told, while the file
/// is decoded before it.
///
///     java -cp target/test-classes:target/classes eu.trama.engines.records.column.Throughput FILE 5
final class Throughput {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// CPU nanoseconds of encoding alone.
  private static final LongAdder ENCODING = new LongAdder();

  private Throughput() {}

  public static void main(String[] args) throws Exception {
    Path path = Path.of(args[0]);
    Plan plan = CitizenFile.plan();
    for (String what : new String[] {"decode", "encode"}) {
      for (int threads = 1; threads <= (what.equals("decode") ? 2 : 1); threads++) {
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
          measure(path, plan, what, threads, round);
        }
      }
    }
  }

  private static void measure(Path path, Plan plan, String what, int threads, int round)
      throws Exception {
    long cpu = cpu();
    long time = System.nanoTime();
    long sum = 0;
    try (RecordFile file = RecordFile.open(path, CitizenFile.FORMAT)) {
      for (long part : file.parallel(threads, reader -> work(reader, plan, what))) {
        sum += part;
      }
    }
    double seconds = (System.nanoTime() - time) / 1e9;
    double cpuSeconds = (what.equals("encode") ? ENCODING.sumThenReset() : cpu() - cpu) / 1e9;
    double megabytes = Files.size(path) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%s, %d threads, round %d: %.2f s, %.0f MB/s; CPU %.2f s, %.0f MB per CPU s; sum %d%n",
        what,
        threads,
        round,
        seconds,
        megabytes / seconds,
        cpuSeconds,
        megabytes / cpuSeconds,
        sum);
  }

  private static long work(RecordReader reader, Plan plan, String what) {
    Decoder decoder = new Decoder(plan);
    Encoder encoder = new Encoder();
    long sum = 0;
    int balance = plan.column("CR-BALANCE").number();
    int name = plan.column("CR-NAME").number();
    while (reader.next()) {
      ColumnBatch batch = decoder.decode(reader.batch());
      sum += ((LongColumn) batch.columns().get(balance)).unscaled()[batch.rows(0) - 1];
      sum += ((TextColumn) batch.columns().get(name)).codes()[5];
      if (what.equals("encode")) {
        long before = THREADS.getCurrentThreadCpuTime();
        encoder.encode(batch);
        ENCODING.add(THREADS.getCurrentThreadCpuTime() - before);
        sum += encoder.bytes()[encoder.start(batch.rows(0) - 1) + 4];
      }
    }
    return sum;
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
