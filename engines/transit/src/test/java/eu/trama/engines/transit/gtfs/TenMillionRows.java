package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A generated feed with as many rows of stop_times as asked, made while it is read. Run as a
/// program it reads the feed and prints how many calls there were.
final class TenMillionRows {
  private static final int CALLS_A_TRIP = 40;

  private TenMillionRows() {}

  public static void main(String[] args) throws InterruptedException {
    Reading reading = read(Integer.parseInt(args[0]));
    System.out.println(
        reading.feed().map(f -> f.calls().count()).orElse(-1)
            + " calls, "
            + reading.findings().errors()
            + " errors");
  }

  static Reading read(int rows) throws InterruptedException {
    int trips = rows / CALLS_A_TRIP;
    FeedSource source = name -> new FeedSource.File(file(name, trips), -1);
    return GtfsReader.read(
        name ->
            name.equals("frequencies.txt")
                    || name.equals("transfers.txt")
                    || name.equals("calendar.txt")
                ? null
                : source.open(name),
        ReadOptions.usual(),
        new Findings(100));
  }

  private static InputStream file(String name, int trips) {
    return switch (name) {
      case "stops.txt" ->
          new Lines(
              "stop_id,stop_lat,stop_lon\n",
              CALLS_A_TRIP,
              (i, out) -> {
                out.append("stop").append(i).append(",41.").append(100 + i).append(",2.1\n");
              });
      case "trips.txt" ->
          new Lines(
              "trip_id,route_id,service_id\n",
              trips,
              (i, out) -> out.append("trip").append(i).append(",r,s\n"));
      case "stop_times.txt" ->
          new Lines(
              "trip_id,stop_sequence,stop_id,arrival_time,departure_time\n",
              trips * CALLS_A_TRIP,
              (i, out) -> {
                int call = i % CALLS_A_TRIP;
                int minute = call + 10;
                out.append("trip")
                    .append(i / CALLS_A_TRIP)
                    .append(',')
                    .append(call)
                    .append(",stop");
                out.append(call).append(",08:").append(minute).append(":00,08:").append(minute);
                out.append(":30\n");
              });
      case "routes.txt" -> text("route_id,route_type\nr,3\n");
      case "calendar_dates.txt" -> text("service_id,date,exception_type\ns,20260303,1\n");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Writes one line.
  @FunctionalInterface
  private interface Line {
    void write(int index, StringBuilder out);
  }

  /// A file that is written while it is read.
  private static final class Lines extends InputStream {
    private final int count;
    private final Line line;
    private final StringBuilder next = new StringBuilder();
    private byte[] buffer;
    private int position;
    private int written;

    Lines(String header, int count, Line line) {
      this.buffer = header.getBytes(StandardCharsets.US_ASCII);
      this.count = count;
      this.line = line;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      if (position == buffer.length) {
        next.setLength(0);
        for (int i = 0; i < 500 && written < count; i++) {
          line.write(written++, next);
        }
        buffer = next.toString().getBytes(StandardCharsets.US_ASCII);
        position = 0;
        if (buffer.length == 0) {
          return -1;
        }
      }
      int size = Math.min(length, buffer.length - position);
      byte[] part = Arrays.copyOfRange(buffer, position, position + size);
      System.arraycopy(part, 0, to, offset, size);
      position += size;
      return size;
    }
  }
}
