package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A small sound feed to spoil, file by file.
final class FeedText {
  private final TreeMap<String, String> files = new TreeMap<>();

  /// Two stops, one trip on weekdays of 2026.
  FeedText() {
    with("stops.txt", "stop_id,stop_name,stop_lat,stop_lon", "a,A,41.38,2.17", "b,B,41.39,2.18");
    with("routes.txt", "route_id,route_short_name,route_type", "r,R,3");
    with("trips.txt", "route_id,service_id,trip_id", "r,weekday,t");
    with(
        "calendar.txt",
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
        "weekday,1,1,1,1,1,0,0,20260101,20261231");
    with(
        "stop_times.txt",
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
        "t,08:00:00,08:00:00,a,1",
        "t,08:10:00,08:10:00,b,2");
  }

  FeedText with(String file, String... lines) {
    files.put(file, String.join("\n", lines) + "\n");
    return this;
  }

  FeedText add(String file, String... lines) {
    files.merge(file, String.join("\n", lines) + "\n", String::concat);
    return this;
  }

  FeedText without(String file) {
    files.remove(file);
    return this;
  }

  Reading read() throws InterruptedException {
    return read(ReadOptions.usual());
  }

  Reading read(ReadOptions options) throws InterruptedException {
    FeedSource source =
        name -> {
          String text = files.get(name);
          return text == null
              ? null
              : new FeedSource.File(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), -1);
        };
    return GtfsReader.read(source, options, new Findings(options.limits().findings()));
  }

  byte[] zip() {
    return zip("");
  }

  /// A zip whose names begin with the prefix.
  byte[] zip(String prefix) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(prefix + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
