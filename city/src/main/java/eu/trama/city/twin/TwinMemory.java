package eu.trama.city.twin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.Catalogue.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/// What this server remembers of the twin, so that a page need not ask the store again.
///
/// What a snapshot holds changes only at a *turn*: the day from which a dataset holds, and the
/// moment at which the twin learned it. Between turns all snapshots hold the same, for ever. So
/// everything is kept under city, last turn in both times and layer, is right on every server of a
/// store, and is dropped only for want of room. What does change, the list of a city's turns, is
/// read anew after [#FRESH].
final class TwinMemory {

  /// How long another server's import may stay unseen.
  static final Duration FRESH = Duration.ofMillis(500);

  private static final int MOST_BYTES = 64 << 20;

  /// A layer larger than this is read anew each time: it would push all others out.
  private static final int LARGEST_BYTES = MOST_BYTES / 4;

  private static final int MOST_SMALL = 10_000;
  private static final String ALL = "";

  /// Rough sizes in memory of a feature, of one of its properties and of one of its corners.
  private static final int FEATURE_BYTES = 400;

  private static final int PROPERTY_BYTES = 120;
  private static final int CORNER_BYTES = 48;

  private record Key(String city, Instant valid, Instant known, String layer) {}

  /// A list and its rough size in bytes.
  private record Kept<T>(List<T> list, int bytes) {}

  private final Supplier<List<City>> readCities;
  private final Catalogue catalogue;
  private final Cache<String, List<City>> cities =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build();
  private final Cache<String, List<Turn>> turns =
      Caffeine.newBuilder().maximumSize(MOST_SMALL).expireAfterWrite(FRESH).build();
  private final Cache<Key, String> fingerprints = small();
  private final Cache<Key, SortedMap<String, Long>> counts = small();
  private final Cache<Key, Kept<?>> lists =
      Caffeine.newBuilder()
          .maximumWeight(MOST_BYTES)
          .weigher((Key key, Kept<?> kept) -> kept.bytes())
          .build();

  TwinMemory(Supplier<List<City>> readCities, Catalogue catalogue) {
    this.readCities = readCities;
    this.catalogue = catalogue;
  }

  List<City> cities() {
    return cities.get(ALL, all -> readCities.get());
  }

  Optional<Instant> lastLearned(String city) {
    List<Turn> all = turns(city);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().learned());
  }

  /// Asks anew what a city last learned: this server just taught it something.
  void forget(String city) {
    turns.invalidate(city);
    cities.invalidateAll();
  }

  String fingerprint(Snapshot snapshot, String layer, Supplier<String> read) {
    return fingerprints.get(key(snapshot, layer), key -> read.get());
  }

  SortedMap<String, Long> counts(Snapshot snapshot, Supplier<SortedMap<String, Long>> read) {
    return counts.get(key(snapshot, ALL), key -> read.get());
  }

  List<Feature> features(Snapshot snapshot, String layer, Supplier<List<Feature>> read) {
    return list(key(snapshot, layer), read, TwinMemory::bytes);
  }

  /// Zones share the shapes of their features, so that they weigh little themselves.
  List<Zone> zones(Snapshot snapshot, Supplier<List<Zone>> join) {
    return list(key(snapshot, "zones joined"), join, zone -> FEATURE_BYTES);
  }

  // What is kept under a key was put there by the one method that uses such keys.
  @SuppressWarnings("unchecked")
  private <T> List<T> list(Key key, Supplier<List<T>> read, ToIntFunction<T> size) {
    Kept<?> kept = lists.getIfPresent(key);
    if (kept != null) {
      return (List<T>) kept.list();
    }
    List<T> list = List.copyOf(read.get());
    long bytes = list.stream().mapToLong(size::applyAsInt).sum();
    if (bytes <= LARGEST_BYTES) {
      lists.put(key, new Kept<>(list, (int) bytes));
    }
    return list;
  }

  private Key key(Snapshot snapshot, String layer) {
    AsOf asOf = snapshot.asOf();
    Instant valid = Instant.MIN;
    Instant known = Instant.MIN;
    for (Turn turn : turns(snapshot.city())) {
      if (!turn.learned().isAfter(asOf.known())) {
        known = turn.learned();
        valid = turn.validFrom().isAfter(asOf.valid()) ? valid : later(valid, turn.validFrom());
      }
    }
    return new Key(snapshot.city(), valid, known, layer);
  }

  private List<Turn> turns(String city) {
    return turns.get(city, catalogue::turns);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static int bytes(Feature feature) {
    var geometry = feature.geometry();
    return FEATURE_BYTES
        + feature.properties().values().size() * PROPERTY_BYTES
        + (geometry == null ? 0 : geometry.getNumPoints() * CORNER_BYTES);
  }

  private static <K, V> Cache<K, V> small() {
    return Caffeine.newBuilder().maximumSize(MOST_SMALL).build();
  }
}
