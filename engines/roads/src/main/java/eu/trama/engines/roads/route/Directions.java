package eu.trama.engines.roads.route;

import eu.trama.engines.roads.geo.Ground;
import eu.trama.engines.roads.graph.Network;
import eu.trama.engines.roads.graph.RoadGraph;
import eu.trama.engines.roads.rules.Mode;
import eu.trama.engines.roads.rules.StreetProfile;
import java.util.ArrayList;
import java.util.List;

/// Turns the edges of a route into its line and into steps: one for each street, and one for each
/// turn of more than slight.
final class Directions {
  private static final double METRES_PER_DECIMETRE = 0.1;

  private final RoadGraph graph;
  private final Mode mode;
  private final Network network;

  /// A step that is being put together.
  private static final class Open {
    private final Manoeuvre manoeuvre;
    private final String name;
    private final RouteStep.Kind kind;
    private final int firstPoint;
    private final double unitsBefore;
    private double metres;
    private int exits;

    private Open(
        Manoeuvre manoeuvre, String name, RouteStep.Kind kind, int firstPoint, double unitsBefore) {
      this.manoeuvre = manoeuvre;
      this.name = name;
      this.kind = kind;
      this.firstPoint = firstPoint;
      this.unitsBefore = unitsBefore;
    }

    private RouteStep close(double units, double secondsPerUnit) {
      long seconds = Math.round(units * secondsPerUnit) - Math.round(unitsBefore * secondsPerUnit);
      int exit = kind == RouteStep.Kind.ROUNDABOUT ? Math.max(1, exits) : 0;
      return new RouteStep(manoeuvre, name, kind, exit, metres, (int) seconds, firstPoint);
    }
  }

  Directions(RoadGraph graph, Mode mode) {
    this.graph = graph;
    this.mode = mode;
    this.network = graph.network(mode);
  }

  Route of(List<Leg> legs, double offStreetMetres, int units, double secondsPerUnit) {
    Polyline line = new Polyline();
    List<RouteStep> steps = new ArrayList<>();
    Open open = null;
    double metres = 0;
    double done = 0;
    double bearing = Double.NaN;
    for (Leg leg : legs) {
      if (leg.to() <= leg.from() && legs.size() > 1) {
        continue;
      }
      int pointsBefore = line.points();
      draw(leg, line);
      // The first piece of this leg ends at the point after the one it shares with the leg before.
      int firstPiece = Math.max(1, pointsBefore);
      double enters = line.bearingBefore(Math.min(firstPiece, line.points() - 1));
      Manoeuvre turn = open == null ? Manoeuvre.DEPART : turn(bearing, enters);
      RouteStep.Kind kind = kind(leg);
      String name = graph.name(leg.edge());
      if (open == null
          || kind != open.kind
          || (kind != RouteStep.Kind.ROUNDABOUT && (!name.equals(open.name) || sharp(turn)))) {
        if (open != null) {
          steps.add(open.close(done, secondsPerUnit));
          turn = kind == RouteStep.Kind.ROUNDABOUT ? Manoeuvre.ROUNDABOUT : turn;
        }
        open = new Open(turn, name, kind, Math.max(0, pointsBefore - 1), done);
      }
      double share = leg.to() - leg.from();
      double length = graph.edges().decimetres()[leg.edge()] * share * METRES_PER_DECIMETRE;
      open.metres += length;
      open.exits += exits(leg);
      metres += length;
      done += graph.cost(leg.edge(), mode, leg.against()) * share;
      bearing = line.bearingBefore(line.points() - 1);
    }
    if (open != null && metres > 0) {
      steps.add(open.close(done, secondsPerUnit));
    }
    int seconds = (int) Math.ceil(units * secondsPerUnit - Pace.HAIR);
    return new Route(metres, offStreetMetres, seconds, steps, line);
  }

  private static boolean sharp(Manoeuvre turn) {
    return switch (turn) {
      case DEPART, STRAIGHT, SLIGHT_LEFT, SLIGHT_RIGHT, ROUNDABOUT -> false;
      case LEFT, SHARP_LEFT, RIGHT, SHARP_RIGHT, TURN_ROUND -> true;
    };
  }

  private static Manoeuvre turn(double before, double after) {
    if (Double.isNaN(before) || Double.isNaN(after)) {
      return Manoeuvre.STRAIGHT;
    }
    double degrees = after - before;
    return Manoeuvre.of(degrees > 180 ? degrees - 360 : degrees <= -180 ? degrees + 360 : degrees);
  }

  private RouteStep.Kind kind(Leg leg) {
    int flags = graph.profile(leg.edge()).flags();
    int pushed = leg.against() ? StreetProfile.PUSHED_BACK : StreetProfile.PUSHED;
    if ((flags & StreetProfile.FERRY) != 0) {
      return RouteStep.Kind.FERRY;
    }
    if ((flags & StreetProfile.ELEVATOR) != 0) {
      return RouteStep.Kind.ELEVATOR;
    }
    if ((flags & StreetProfile.STEPS) != 0) {
      return RouteStep.Kind.STEPS;
    }
    if (mode == Mode.BICYCLE && (flags & pushed) != 0) {
      return RouteStep.Kind.PUSHED;
    }
    boolean round = (flags & StreetProfile.ROUNDABOUT) != 0;
    return round && (mode == Mode.CAR || mode == Mode.BICYCLE)
        ? RouteStep.Kind.ROUNDABOUT
        : RouteStep.Kind.STREET;
  }

  /// Whether one could leave the roundabout where the leg ends.
  private int exits(Leg leg) {
    if (leg.node() < 0) {
      return 0;
    }
    for (int arc = network.firstArc()[leg.node()];
        arc < network.firstArc()[leg.node() + 1];
        arc++) {
      int along = network.arcChain()[arc];
      int first = network.chainFirst()[along >> 1];
      int last = network.chainFirst()[(along >> 1) + 1] - 1;
      int edge = network.chainEdges()[(along & 1) == 0 ? first : last] >> 1;
      if ((graph.profile(edge).flags() & StreetProfile.ROUNDABOUT) == 0) {
        return 1;
      }
    }
    return 0;
  }

  private void draw(Leg leg, Polyline line) {
    int edge = leg.edge();
    int points = graph.edges().points(edge);
    double[] before = new double[points];
    Ground ground = Ground.around(graph.latitude(edge, 0));
    for (int p = 1; p < points; p++) {
      before[p] =
          before[p - 1]
              + ground.metres(
                  graph.latitude(edge, p - 1),
                  graph.longitude(edge, p - 1),
                  graph.latitude(edge, p),
                  graph.longitude(edge, p));
    }
    double all = before[points - 1];
    double from = (leg.against() ? 1 - leg.from() : leg.from()) * all;
    double to = (leg.against() ? 1 - leg.to() : leg.to()) * all;
    put(edge, before, from, line);
    for (int i = 0; i < points; i++) {
      int p = leg.against() ? points - 1 - i : i;
      if (before[p] > Math.min(from, to) && before[p] < Math.max(from, to)) {
        line.add(graph.latitude(edge, p), graph.longitude(edge, p));
      }
    }
    put(edge, before, to, line);
  }

  private void put(int edge, double[] before, double at, Polyline line) {
    int p = 1;
    while (p < before.length - 1 && before[p] < at) {
      p++;
    }
    double piece = before[p] - before[p - 1];
    double share = piece == 0 ? 0 : Math.clamp((at - before[p - 1]) / piece, 0, 1);
    double lat = graph.latitude(edge, p - 1);
    double lon = graph.longitude(edge, p - 1);
    line.add(
        (int) Math.round(lat + share * (graph.latitude(edge, p) - lat)),
        (int) Math.round(lon + share * (graph.longitude(edge, p) - lon)));
  }
}
