package eu.trama.city.ogc.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run that somebody asked for through the API.
///
/// @param id hard to guess: who has it may see and dismiss the job
/// @param run id of the run that computes it, which other jobs may share; empty for the echo
/// @param listed whether the list of jobs names it: only where it tells nothing of a scenario
/// @param raw whether results are wanted as they are, else together in a document
/// @param outputs ids of those that are wanted
/// @param dismissed when it was dismissed; null where it was not
record Job(
    String id,
    String city,
    String process,
    String run,
    boolean listed,
    boolean raw,
    List<String> outputs,
    Instant created,
    @Nullable Instant dismissed) {}
