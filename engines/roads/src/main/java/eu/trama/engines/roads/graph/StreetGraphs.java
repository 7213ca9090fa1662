package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Findings;
import eu.trama.engines.roads.osm.PbfReader;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Where graphs come from:
///
/// ```java
/// Reading reading = StreetGraphs.read(Path.of("city.osm.pbf"), OsmOptions.usual());
/// RoadGraph graph = reading.graph().orElseThrow();
/// ```
public final class StreetGraphs {
  private StreetGraphs() {}

  /// Builds a graph of an OpenStreetMap file. Whatever is wrong becomes a finding; a damaged file
  /// yields no graph.
  ///
  /// @throws IOException where the file cannot be opened, or the disk fails
  /// @throws InterruptedException when the thread was interrupted
  public static Reading read(Path file, OsmOptions options)
      throws IOException, InterruptedException {
    return read(PbfReader.of(file, options.limits()), options);
  }

  /// The same from a reader of bytes from anywhere.
  public static Reading read(PbfReader reader, OsmOptions options)
      throws IOException, InterruptedException {
    Findings findings = new Findings(options.limits().findings());
    Optional<Draft> draft =
        OsmStreets.read(reader, options.limits(), findings, options.area(), options.adapt());
    return new Reading(
        draft.map(streets -> GraphBuilder.build(streets, options.modes(), findings)), findings);
  }

  /// Builds a graph of plain lines that everybody may walk, step-free included. Lines are joined
  /// where they share a point; see [Line].
  public static RoadGraph ofLines(List<Line> lines) {
    return GraphBuilder.build(
        LineStreets.draft(lines, StreetProfile.allWalk()),
        EnumSet.of(Mode.WALK, Mode.STEP_FREE),
        new Findings(0));
  }
}
