package eu.trama.engines.transit.gtfs;

import java.time.LocalDate;
import java.util.List;

/// A GTFS Schedule feed after reading: what was sound, referring to each other by index. Immutable.
///
/// @param agencies names of agency.txt
/// @param stops stops, stations and other locations that have coordinates
/// @param trips trips with two calls or more
/// @param calls stop_times of those trips
public record Feed(
    List<String> agencies,
    List<Stop> stops,
    List<Route> routes,
    List<Service> services,
    List<Trip> trips,
    Calls calls,
    List<Frequency> frequencies,
    List<Transfer> transfers) {
  public Feed {
    agencies = List.copyOf(agencies);
    stops = List.copyOf(stops);
    routes = List.copyOf(routes);
    services = List.copyOf(services);
    trips = List.copyOf(trips);
    frequencies = List.copyOf(frequencies);
    transfers = List.copyOf(transfers);
  }

  /// A location of stops.txt.
  ///
  /// @param locationType 0 stop or platform, 1 station, 2 entrance, 3 node, 4 boarding area
  /// @param parent index of the parent location, or -1
  public record Stop(
      String id, String name, double latitude, double longitude, int locationType, int parent) {}

  /// A row of routes.txt.
  ///
  /// @param type GTFS route_type
  public record Route(String id, String shortName, String longName, int type) {}

  /// A row of trips.txt.
  ///
  /// @param route index of the route
  /// @param service index of the service
  public record Trip(String id, int route, int service) {}

  /// A row of frequencies.txt. Seconds after midnight.
  public record Frequency(
      int trip, int fromSeconds, int toSeconds, int everySeconds, boolean exact) {}

  /// A row of transfers.txt between two stops or stations (indices).
  ///
  /// @param kind transfer_type 0 recommended, 1 timed, 2 minimum time, 3 not possible
  /// @param seconds minimum time of kind 2, else 0
  public record Transfer(int from, int to, int kind, int seconds) {}

  /// Number of trips whose service runs on the day (a trip with frequencies counts once).
  public int tripsOn(LocalDate day) {
    boolean[] runs = new boolean[services.size()];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = services.get(i).runsOn(day);
    }
    int count = 0;
    for (Trip trip : trips) {
      count += runs[trip.service()] ? 1 : 0;
    }
    return count;
  }
}
