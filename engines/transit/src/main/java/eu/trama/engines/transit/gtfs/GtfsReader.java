package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a GTFS Schedule feed, from a zip or a folder:
///
/// ```java
/// Reading reading = GtfsReader.read(Path.of("feed.zip"), ReadOptions.usual());
/// reading.feed().ifPresentOrElse(…, () -> print(reading.findings().kept()));
/// ```
///
/// Whatever is wrong becomes a finding; a bad row is left out and the rest is read. Fatal are: no
/// zip, a file that is missing or damaged, a missing column, a limit passed. Times are taken as
/// seconds after midnight (noon minus 12 h). Memory is bounded by 49 bytes a row of stop_times.txt
/// while reading, 13 after, and about 200 bytes a trip. Unknown files and columns are ignored.
public final class GtfsReader {
  private final Table table;
  private final Findings findings;
  private final ReadOptions options;
  private long timesByDistance;
  private long timesByCount;

  private GtfsReader(FeedSource source, ReadOptions options, Findings findings) {
    this.table = new Table(source, options, findings);
    this.options = options;
    this.findings = findings;
  }

  /// Reads a feed.
  ///
  /// @throws IOException where the path cannot be read at all
  /// @throws InterruptedException when the thread was interrupted
  public static Reading read(Path path, ReadOptions options)
      throws IOException, InterruptedException {
    Findings findings = new Findings(options.limits().findings());
    try (FeedSource source =
        Files.isDirectory(path)
            ? new FolderSource(path)
            : ZipSource.open(path, options.limits().entries(), findings)) {
      return read(source, options, findings);
    } catch (FatalFindingException fatal) {
      findings.add(fatal.finding());
      return new Reading(Optional.empty(), findings, Map.of(), 0, 0);
    }
  }

  static Reading read(FeedSource source, ReadOptions options, Findings findings)
      throws InterruptedException {
    GtfsReader reader = new GtfsReader(source, options, findings);
    Optional<Feed> feed = Optional.empty();
    try {
      feed = Optional.of(reader.read());
    } catch (FatalFindingException fatal) {
      findings.add(fatal.finding());
    }
    return new Reading(
        feed, findings, reader.table.rows(), reader.timesByDistance, reader.timesByCount);
  }

  private Feed read() throws FatalFindingException, InterruptedException {
    List<String> agencies = new ArrayList<>();
    if (!table.read("agency.txt", List.of("*agency_name"), row -> agencies.add(row.text(0)))) {
      findings.warning(
          "missing_file", "agency.txt", 0, "", "", "a GTFS feed names its operator in agency.txt");
    }
    List<Feed.Stop> stops = new ArrayList<>();
    Ids stopIds = new Ids();
    new StopsFile(findings, options.area()).read(table, stops, stopIds);
    List<Feed.Route> routes = new ArrayList<>();
    Ids routeIds = readRoutes(routes);
    List<Service> services = new ArrayList<>();
    Ids serviceIds = new ServicesFile().read(table, services);
    List<Feed.Trip> trips = new ArrayList<>();
    Ids tripIds = readTrips(trips, routeIds, serviceIds);
    CallsFile rows = new CallsFile(tripIds, stopIds);
    rows.read(table);
    CallAssembly assembly = new CallAssembly(rows, trips, findings);
    Calls calls = assembly.assemble();
    timesByDistance = assembly.byDistance();
    timesByCount = assembly.byCount();
    List<Feed.Trip> kept = new ArrayList<>();
    int[] renumbered = new int[trips.size()];
    for (int trip = 0; trip < renumbered.length; trip++) {
      renumbered[trip] = assembly.kept(trip) ? kept.size() : -1;
      if (assembly.kept(trip)) {
        kept.add(trips.get(trip));
      }
    }
    return new Feed(
        agencies,
        stops,
        routes,
        services,
        kept,
        calls,
        readFrequencies(tripIds, renumbered),
        readTransfers(stopIds));
  }

  private Ids readRoutes(List<Feed.Route> routes)
      throws FatalFindingException, InterruptedException {
    Ids ids = new Ids();
    boolean there =
        table.read(
            "routes.txt",
            List.of("*route_id", "route_short_name", "route_long_name", "route_type"),
            row -> {
              int type = row.number(3, 0, 9999);
              if (ids.add(row, 0)) {
                routes.add(
                    new Feed.Route(row.text(0), row.text(1), row.text(2), Math.max(type, -1)));
              }
            });
    require(there, "routes.txt");
    return ids;
  }

  private Ids readTrips(List<Feed.Trip> trips, Ids routes, Ids services)
      throws FatalFindingException, InterruptedException {
    Ids ids = new Ids();
    boolean there =
        table.read(
            "trips.txt",
            List.of("*trip_id", "*route_id", "*service_id"),
            row -> {
              int route = routes.find(row, 1, "unknown_route", "routes.txt");
              int service =
                  services.find(row, 2, "unknown_service", "calendar.txt or calendar_dates.txt");
              if (route >= 0 && service >= 0 && ids.add(row, 0)) {
                trips.add(new Feed.Trip(row.text(0), route, service));
              }
            });
    require(there, "trips.txt");
    return ids;
  }

  private List<Feed.Frequency> readFrequencies(Ids trips, int[] renumbered)
      throws FatalFindingException, InterruptedException {
    FrequenciesFile file = new FrequenciesFile(trips, renumbered);
    table.read("frequencies.txt", FrequenciesFile.COLUMNS, file::row);
    List<Feed.Frequency> sorted = new ArrayList<>(file.rows());
    sorted.sort(
        Comparator.comparingInt(Feed.Frequency::trip)
            .thenComparingInt(Feed.Frequency::fromSeconds));
    return sorted;
  }

  private List<Feed.Transfer> readTransfers(Ids stops)
      throws FatalFindingException, InterruptedException {
    TransfersFile file = new TransfersFile(stops);
    table.read("transfers.txt", TransfersFile.COLUMNS, file::row);
    return file.rows();
  }

  private static void require(boolean there, String file) throws FatalFindingException {
    if (!there) {
      throw new FatalFindingException("missing_file", file, 0, "", "", "a GTFS feed needs " + file);
    }
  }
}
