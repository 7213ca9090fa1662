package eu.trama.city.mobility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.engines.transit.gtfs.Feed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Composes the timetable of a city on a date, once, and keeps the last few: today's is asked for
/// by everybody.
@Service
public class DatedTimetables {

  private static final int MOST_KEPT = 4;
  private static final double USUAL_METRES_PER_SECOND = 1.33;

  private record Key(Snapshot snapshot, LocalDate date) {}

  private final Twin twin;
  private final Feeds feeds;
  private final Cache<Key, DatedTimetable> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  DatedTimetables(Twin twin, Feeds feeds) {
    this.twin = twin;
    this.feeds = feeds;
  }

  /// The city as it is known today, running on that date.
  public DatedTimetable on(String city, LocalDate date) throws InterruptedException {
    Settled today = twin.settled(twin.today(city));
    if (!today.forEver()) {
      return compose(today.snapshot(), date);
    }
    var key = new Key(today.snapshot(), date);
    DatedTimetable known = kept.getIfPresent(key);
    if (known == null) {
      synchronized (kept) {
        known = kept.getIfPresent(key);
        if (known == null) {
          known = compose(today.snapshot(), date);
          kept.put(key, known);
        }
      }
    }
    return known;
  }

  private DatedTimetable compose(Snapshot snapshot, LocalDate date) throws InterruptedException {
    CityView view = twin.view(snapshot);
    var day = Headway.Day.of(date.getDayOfWeek());
    List<DatedTimetable.OtherDay> others = new ArrayList<>();
    CityTimetable.Dates dates =
        timetable -> {
          Feed feed = feeds.feed(view, timetable.properties().requireText("blob"));
          if (feed.tripsOn(date) > 0) {
            return Optional.of(date);
          }
          Optional<LocalDate> typical = TypicalDay.kept(timetable.properties(), day);
          typical.ifPresent(d -> others.add(other(timetable, d)));
          return typical;
        };
    var walking = CityWalking.of(view, USUAL_METRES_PER_SECOND);
    CityTimetable composed = CityTimetable.compose(view, day, dates, walking, feeds);
    return new DatedTimetable(composed.timetable(), date, others);
  }

  private static DatedTimetable.OtherDay other(Feature timetable, LocalDate date) {
    return new DatedTimetable.OtherDay(timetable.id(), date);
  }
}
