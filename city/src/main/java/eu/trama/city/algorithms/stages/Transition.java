package eu.trama.city.algorithms.stages;

import eu.trama.city.identity.Role;
import java.util.List;
import java.util.Set;

/// A way from one stage to another.
///
/// @param origins systems that may take it
/// @param movers roles that take it
/// @param gates that stand on it
public record Transition(
    Stage from, Stage to, Set<Origin> origins, Set<Role> movers, List<Gate> gates) {}
