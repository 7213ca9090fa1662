package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.findings.Findings;
import java.util.Optional;

/// What came out of a file.
///
/// @param graph empty where the file could not be read to its end; the findings say why
public record Reading(Optional<RoadGraph> graph, Findings findings) {}
