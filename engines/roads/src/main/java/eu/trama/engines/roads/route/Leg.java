package eu.trama.engines.roads.route;

/// A part of an edge that a route goes along.
///
/// @param against whether it goes against the points of the edge
/// @param from where it enters, as a share of the edge in the direction of the route
/// @param to where it leaves, the same
/// @param node node of the network that it leads to, or -1 where it passes on without one
record Leg(int edge, boolean against, double from, double to, int node) {}
