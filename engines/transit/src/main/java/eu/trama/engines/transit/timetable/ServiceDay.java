package eu.trama.engines.transit.timetable;

import eu.trama.engines.transit.gtfs.Feed;
import eu.trama.engines.transit.lines.FrequencyLine;
import eu.trama.engines.transit.walking.Walking;
import java.time.LocalDate;
import java.util.List;

/// What a [Timetable] is composed of.
///
/// @param feeds ids of their stops and routes become `name:id`
/// @param lines run alike every day
/// @param changes applied to feeds and lines together; their order does not matter
/// @param transfers how riders change
/// @param phases when vehicles leave of which only the headway is known
public record ServiceDay(
    List<NamedFeed> feeds,
    List<FrequencyLine> lines,
    List<Change> changes,
    TransferRules transfers,
    Phases phases) {
  /// A day on which the phases are derived from the lines' ids.
  public ServiceDay(
      List<NamedFeed> feeds,
      List<FrequencyLine> lines,
      List<Change> changes,
      TransferRules transfers) {
    this(feeds, lines, changes, transfers, new Phases.ByKey());
  }

  /// The same day with other phases.
  public ServiceDay with(Phases other) {
    return new ServiceDay(feeds, lines, changes, transfers, other);
  }

  public ServiceDay {
    feeds = List.copyOf(feeds);
    lines = List.copyOf(lines);
    changes = List.copyOf(changes);
  }

  /// A feed, the name that goes before its ids, and the day of it to take. Feeds of different years
  /// can so make one typical day.
  ///
  /// @param date the feed's calendar is asked for it, the day before and the day after
  public record NamedFeed(String name, Feed feed, LocalDate date) {
    /// The id of one of the feed's stops or routes as timetables and changes know it.
    public String id(String idInFeed) {
      return name + ":" + idInFeed;
    }
  }

  /// How riders change between vehicles where transfers.txt says nothing else.
  ///
  /// @param walkSeconds longest walk from one stop to another
  /// @param changeSeconds least time between alighting and boarding at the same stop
  public record TransferRules(Walking walking, int walkSeconds, int changeSeconds) {
    public TransferRules {
      if (walkSeconds < 0 || changeSeconds < 0) {
        throw new IllegalArgumentException(
            "walk of " + walkSeconds + " s, change of " + changeSeconds + " s");
      }
    }
  }
}
