package eu.trama.city.twin;

import eu.trama.city.twin.Editions.Edition;
import eu.trama.city.twin.Imports.Planned;
import eu.trama.city.twin.Imports.Progress;
import eu.trama.city.twin.Staging.Key;
import eu.trama.city.twin.Staging.Staged;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Stages the files of one import, one after the other. A later file is read against the zones that
/// the earlier ones bring, so staged work is good only for as long as these are the same.
final class ImportReading {

  private static final String AGAINST = "read_against";
  private static final String COUNTS = "finding_counts";
  private static final String WARNINGS = "warnings";

  /// A file that is staged.
  record Read(Planned planned, Staged staged) {

    List<String> warnings() {
      return staged.description().texts(WARNINGS);
    }

    /// How many findings of each code.
    Map<String, Integer> counts() {
      var counts = new TreeMap<String, Integer>();
      for (String count : staged.description().texts(COUNTS)) {
        int blank = count.indexOf(' ');
        counts.put(count.substring(blank + 1), Integer.parseInt(count.substring(0, blank)));
      }
      return counts;
    }

    Edition edition(Instant validFrom) {
      Properties description = staged.description();
      return new Edition(
          staged,
          planned.item().provenance(),
          planned.file().name(),
          planned.file().bytes(),
          validFrom,
          counts(),
          description.texts(Importer.ENDS_LINES),
          description.texts(Importer.ENDS_KINDS));
    }
  }

  private final Staging staging;
  private final City city;
  private final TreeMap<String, Feature> zones = new TreeMap<>();
  private String against;

  ImportReading(Staging staging, Twin twin, City city) {
    this.staging = staging;
    this.city = city;
    Snapshot today = twin.today(city.id());
    add(twin.features(today, Layers.ZONES.name()));
    against = twin.fingerprint(today, List.of(Layers.ZONES.name()));
  }

  /// Reads a file, or takes up what an earlier import had read of it.
  ///
  /// @throws BadInput when it cannot be taken
  Read read(Planned planned, Progress progress) {
    ImportFile file = planned.file();
    var key =
        new Key(
            city.id(),
            planned.series().source(),
            file.sha256(),
            planned.importer().kind().name(),
            planned.version());
    progress.begin(file.name(), file.bytes());
    Optional<Staged> before = staging.find(key);
    before.filter(staged -> !isCurrent(staged)).ifPresent(staging::discard);
    Staged staged = staging.stage(key, sink -> fill(planned, sink));
    progress.end(before.filter(this::isCurrent).isPresent() ? "read before" : "read");
    List<Feature> brought = staging.features(staged, Layers.ZONES.name());
    if (!brought.isEmpty()) {
      add(brought);
      against = Digest.hex(against + key);
    }
    return new Read(planned, staged);
  }

  private boolean isCurrent(Staged staged) {
    return staged.description().text(AGAINST).orElse("").equals(against);
  }

  private void add(Collection<Feature> features) {
    features.forEach(zone -> zones.put(zone.id(), zone));
  }

  private Properties fill(Planned planned, Staging.Sink sink) throws IOException {
    var findings = new Findings();
    Staging.Sink checking = feature -> add(feature, planned.file(), sink, findings);
    Properties description =
        planned.importer().read(planned.file(), List.copyOf(zones.values()), checking, findings);
    if (findings.hasErrors()) {
      throw new BadInput(findings.kept());
    }
    var counts = new ArrayList<String>();
    findings.counts().forEach((code, count) -> counts.add(count + " " + code));
    return description
        .with(AGAINST, against)
        .with(COUNTS, counts)
        .with(WARNINGS, findings.kept().stream().map(Finding::toString).toList());
  }

  /// No importer, whoever wrote it, brings in what a layer does not hold.
  private static void add(Feature feature, ImportFile file, Staging.Sink sink, Findings findings)
      throws IOException {
    List<Finding> faults =
        Layers.byName(feature.layer())
            .orElseThrow(() -> new IllegalArgumentException("no layer " + feature.layer()))
            .check(feature, file.name(), 0);
    faults.forEach(findings);
    if (faults.isEmpty()) {
      sink.add(feature);
    }
  }
}
