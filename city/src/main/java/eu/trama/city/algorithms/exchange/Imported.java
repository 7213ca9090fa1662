package eu.trama.city.algorithms.exchange;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.twin.Finding;
import java.util.List;

/// An entry out of another register.
///
/// @param id that it gets here
/// @param findings what was not understood or is missing
public record Imported(SystemId id, AlgorithmRecord record, List<Finding> findings) {}
