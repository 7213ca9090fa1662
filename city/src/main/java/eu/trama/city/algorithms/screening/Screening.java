package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import java.time.Instant;
import java.util.List;

/// A way through a tree that somebody attached to a system.
///
/// @param tree id of the tree
/// @param answers keys of the answers, in order
/// @param conclusion id of the conclusion
/// @param by id of the person who attached it
/// @param hash SHA-256 over tree, answers, person and time, in hex
public record Screening(
    SystemId system,
    String tree,
    String treeVersion,
    String treeHash,
    List<String> answers,
    String conclusion,
    RiskClass risk,
    String by,
    Instant at,
    String hash) {}
