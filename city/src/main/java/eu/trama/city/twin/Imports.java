package eu.trama.city.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// Takes files into a city, all or none: each is read and checked into the [Staging], and only when
/// all are good do they become editions, in one transaction. What an import that was killed had
/// staged is not read again.
@Service
public class Imports {

  private static final Duration STAGED_FOR = Duration.ofDays(14);

  /// A file to take.
  ///
  /// @param kind of which importer, see [ImportKind#name]
  /// @param options see [ImportKind#options]
  /// @param validFrom from when the city is as it says; today where it is not said
  public record Item(
      String kind,
      Path path,
      Map<String, String> options,
      Provenance provenance,
      Optional<LocalDate> validFrom) {}

  /// What became of a file.
  ///
  /// @param isNew false when the city had it already, and nothing was done
  /// @param findings how many findings of each code there were
  /// @param warnings the first of them, readable
  public record Outcome(
      String file,
      Dataset dataset,
      boolean isNew,
      Map<String, Integer> findings,
      List<String> warnings) {}

  /// Told how the reading goes on.
  public interface Progress {

    void begin(String file, long bytes);

    void read(long bytes);

    void end(String how);
  }

  private final Twin twin;
  private final Catalogue catalogue;
  private final Staging staging;
  private final Editions editions;
  private final Clock clock;
  private final SortedMap<String, Importer> importers = new TreeMap<>();

  Imports(
      Twin twin,
      Catalogue catalogue,
      Staging staging,
      Editions editions,
      Clock clock,
      List<Importer> importers) {
    this.twin = twin;
    this.catalogue = catalogue;
    this.staging = staging;
    this.editions = editions;
    this.clock = clock;
    importers.forEach(importer -> this.importers.put(importer.kind().name(), importer));
  }

  /// By kind.
  public SortedMap<String, Importer> importers() {
    return java.util.Collections.unmodifiableSortedMap(importers);
  }

  /// Takes files into a city.
  ///
  /// @return one outcome for each file
  /// @throws BadInput with the findings of all files when any cannot be taken; nothing has changed
  public List<Outcome> run(String cityId, List<Item> items, Progress progress) {
    City city =
        twin.city(cityId)
            .orElseThrow(() ->
                new BadInput(
                    Finding.error("city-unknown", cityId, 0, "", "", "Known: " + cities())));
    staging.discardOlder(cityId, clock.instant().minus(STAGED_FOR));
    var faults = new ArrayList<Finding>();
    List<Planned> planned = plan(city, items, progress, faults);
    refuse(faults);
    var reading = new ImportReading(staging, twin, city);
    var staged = new ArrayList<ImportReading.Read>();
    for (Planned each : planned) {
      if (each.known().isEmpty()) {
        try {
          staged.add(reading.read(each, progress));
        } catch (BadInput e) {
          progress.end("cannot be taken");
          faults.addAll(e.findings());
        }
      }
    }
    refuse(faults);
    return publish(city, planned, staged);
  }

  /// A file that was looked at.
  ///
  /// @param version of the importer, with the options that were given
  /// @param known the edition that the city has of it
  record Planned(
      Item item,
      Importer importer,
      ImportFile file,
      Importer.Series series,
      String version,
      Optional<Dataset> known) {}

  private List<Planned> plan(City city, List<Item> items, Progress progress, List<Finding> faults) {
    var planned = new ArrayList<Planned>();
    for (Item item : items) {
      try {
        planned.add(plan(city, item, progress));
      } catch (BadInput e) {
        faults.addAll(e.findings());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    var files = new TreeMap<String, String>();
    for (Planned each : planned) {
      String name = each.file().name();
      String other = files.putIfAbsent(each.series().source(), name);
      if (other != null) {
        faults.add(
            Finding.error(
                "series-twice",
                name,
                0,
                "",
                each.series().source(),
                "It would replace " + other + "; import one of them, or name a --series."));
      }
    }
    planned.sort(Comparator.comparingInt(each -> each.series().turn()));
    return planned;
  }

  private Planned plan(City city, Item item, Progress progress) throws IOException {
    String name = String.valueOf(item.path().getFileName());
    Importer importer = importers.get(item.kind());
    if (importer == null) {
      throw new BadInput(
          Finding.error("kind-unknown", name, 0, "", item.kind(), "Known: " + importers.keySet()));
    }
    if (!Files.isReadable(item.path())) {
      throw new BadInput(
          Finding.error(
              "file-missing", item.path().toString(), 0, "", "", "Give a file that can be read."));
    }
    if (Files.isDirectory(item.path()) && !importer.readsFolders()) {
      throw new BadInput(
          Finding.error(
              "file-folder", item.path().toString(), 0, "", "", "Give the files in the folder."));
    }
    FileHash hash = FileHash.of(item.path());
    var file =
        new ImportFile(item.path(), city, item.options(), hash.sha256(), hash.bytes(), bytes -> {});
    Importer.Series series = importer.series(file);
    String version = version(importer, item.options());
    Optional<Dataset> known =
        catalogue
            .latest(city.id(), series.source())
            .filter(last -> last.sha256().equals(hash.sha256()))
            .filter(last -> last.importerVersion().equals(version))
            .filter(
                last -> item.validFrom().isEmpty() || last.validFrom().equals(from(city, item)));
    var told =
        new ImportFile(
            item.path(), city, item.options(), hash.sha256(), hash.bytes(), progress::read);
    return new Planned(item, importer, told, series, version, known);
  }

  private static String version(Importer importer, Map<String, String> options) {
    var version = new StringBuilder(importer.version());
    new TreeMap<>(options)
        .forEach((name, value) -> version.append(' ').append(name).append('=').append(value));
    return version.toString();
  }

  private List<Outcome> publish(City city, List<Planned> planned, List<ImportReading.Read> staged) {
    List<Dataset> published =
        staged.isEmpty()
            ? List.of()
            : editions.publish(
                city.id(),
                staged.stream()
                    .map(read -> read.edition(from(city, read.planned().item())))
                    .toList());
    var outcomes = new ArrayList<Outcome>();
    for (Planned each : planned) {
      each.known()
          .ifPresent(dataset ->
              outcomes.add(
                  new Outcome(each.file().name(), dataset, false, dataset.findings(), List.of())));
    }
    for (int i = 0; i < staged.size(); i++) {
      ImportReading.Read read = staged.get(i);
      outcomes.add(
          new Outcome(
              read.planned().file().name(),
              published.get(i),
              true,
              read.counts(),
              read.warnings()));
    }
    return outcomes;
  }

  private Instant from(City city, Item item) {
    return item.validFrom()
        .orElseGet(() -> LocalDate.ofInstant(clock.instant(), city.timezone()))
        .atStartOfDay(city.timezone())
        .toInstant();
  }

  private static void refuse(List<Finding> faults) {
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
  }

  private String cities() {
    return String.join(", ", twin.cities().stream().map(City::id).sorted().toList());
  }
}
