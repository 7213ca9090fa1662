package eu.trama.engines.roads.route;

/// Along one street.
///
/// @param manoeuvre how it begins
/// @param name of the street, or empty
/// @param kind what sort of street
/// @param exit which exit of a roundabout to leave by, counted from 1; 0 elsewhere
/// @param firstPoint index of its first point in the route's line
public record RouteStep(
    Manoeuvre manoeuvre,
    String name,
    Kind kind,
    int exit,
    double metres,
    int seconds,
    int firstPoint) {
  /// What sort of street, where that has to be said.
  public enum Kind {
    STREET,
    STEPS,
    ELEVATOR,
    FERRY,
    ROUNDABOUT,
    /// A bicycle has to be pushed.
    PUSHED
  }
}
