package eu.trama.city.mobility;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Blobs;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.ImportKind;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Twin;
import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.gtfs.GtfsReader;
import eu.trama.engines.transit.gtfs.ReadOptions;
import eu.trama.engines.transit.gtfs.Reading;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Takes GTFS feeds into the twin: the file itself is kept, with which the reach model computes;
/// its stops and lines become features, so that they can be seen and changed in scenarios. Lines of
/// the pack whose agency publishes the feed give way to it.
@Component
public class GtfsImporter implements Importer {

  private static final String FEED = "feed";
  private static final int TURN = 200;
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

  /// Feeds serve a region; a stop farther than this from the city's centre is worth a look. Degrees
  /// of latitude.
  private static final double REGION_DEGREES = 2.5;

  public static final ImportKind KIND =
      ImportKind.of(
          "gtfs",
          "timetables: GTFS Schedule, zip or folder",
          Map.of(FEED, "short name that goes before the feed's ids (default: the file's name)"));

  private final Twin twin;
  private final Blobs blobs;

  GtfsImporter(Twin twin, Blobs blobs) {
    this.twin = twin;
    this.blobs = blobs;
  }

  @Override
  public ImportKind kind() {
    return KIND;
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public boolean readsFolders() {
    return true;
  }

  @Override
  public Series series(ImportFile file) {
    return new Series("gtfs:" + feedName(file), TURN);
  }

  @Override
  public Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException {
    Reading reading = reading(file);
    reading.findings().kept().forEach(finding -> findings.accept(translated(finding)));
    reading
        .findings()
        .counts()
        .forEach((code, count) -> tellMore(code, count, reading, findings, file));
    Feed feed = reading.feed().orElseThrow(() -> new BadInput(findings.kept()));
    String name = feedName(file);
    for (Feature feature : FeedFeatures.of(name, KeptFeed.keep(file, blobs), feed)) {
      sink.add(feature);
    }
    var description = new TreeMap<String, Object>();
    description.put(ENDS_LINES, packLines(file.city(), new HashSet<>(feed.agencies())));
    return new Properties(description);
  }

  private static Reading reading(ImportFile file) throws IOException {
    City city = file.city();
    var area =
        new ReadOptions.Area(
            city.lat() - REGION_DEGREES,
            city.lon() - REGION_DEGREES,
            city.lat() + REGION_DEGREES,
            city.lon() + REGION_DEGREES);
    long[] told = {0};
    ReadOptions.Progress progress =
        (name, bytes, rows) -> {
          // The reader counts unpacked bytes, the bar packed ones; the bar stops short of the end
          // rather than pass it.
          long most = Math.min(bytes / USUAL_PACKING, file.bytes());
          file.progress().accept(Math.max(0, most - told[0]));
          told[0] = Math.max(told[0], most);
        };
    try {
      return GtfsReader.read(
          file.path(), new ReadOptions(ReadOptions.Limits.usual(), Optional.of(area), progress));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while reading " + file.name());
    }
  }

  /// Unpacked bytes for each packed one in the feeds that we know: 5 to 10.
  private static final int USUAL_PACKING = 8;

  /// The ids of believed lines of the pack whose agency publishes under one of these names.
  private List<String> packLines(City city, Set<String> agencies) {
    return twin.features(twin.today(city.id()), Layers.LINES.name()).stream()
        .filter(
            line -> line.properties().texts("agency_names").stream().anyMatch(agencies::contains))
        .map(Feature::id)
        .toList();
  }

  private static void tellMore(
      String code, long count, Reading reading, Findings findings, ImportFile file) {
    long kept =
        reading.findings().kept().stream().filter(finding -> finding.code().equals(code)).count();
    if (count > kept) {
      findings.accept(
          Finding.warning(
              code, file.name(), 0, "", (count - kept) + " more", "As those told before."));
    }
  }

  /// The engine calls it an error when a row is left out; here that is a warning unless nothing can
  /// be taken.
  private static Finding translated(eu.trama.engines.transit.findings.Finding finding) {
    return new Finding(
        Finding.Severity.WARNING,
        finding.code().replace('_', '-'),
        finding.file(),
        finding.line(),
        finding.field(),
        finding.value(),
        finding.advice());
  }

  private static String feedName(ImportFile file) {
    String name = file.option(FEED).orElseGet(() -> file.name().replaceFirst("\\.[^.]*$", ""));
    String slug = OTHER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
    return slug.replaceAll("^-|-$", "");
  }
}
