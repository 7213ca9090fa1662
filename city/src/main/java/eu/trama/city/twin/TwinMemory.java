package eu.trama.city.twin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.Catalogue.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
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
  private final Cache<Key, List<LayerSummary>> summaries = small();
  private final Cache<Key, LayerFacts> facts = small();
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

  String fingerprint(Snapshot snapshot, String layer, Function<Snapshot, String> read) {
    return small(fingerprints, snapshot, layer, read);
  }

  SortedMap<String, Long> counts(
      Snapshot snapshot, Function<Snapshot, SortedMap<String, Long>> read) {
    return small(counts, snapshot, ALL, read);
  }

  List<LayerSummary> summaries(Snapshot snapshot, Function<Snapshot, List<LayerSummary>> read) {
    return small(summaries, snapshot, ALL, read);
  }

  LayerFacts facts(Snapshot snapshot, String layer, Function<Snapshot, LayerFacts> read) {
    return small(facts, snapshot, layer, read);
  }

  private <T> T small(
      Cache<Key, T> cache, Snapshot snapshot, String layer, Function<Snapshot, T> read) {
    Settled settled = settled(snapshot);
    Snapshot at = settled.snapshot();
    return settled.forEver() ? cache.get(key(at, layer), key -> read.apply(at)) : read.apply(at);
  }

  List<Feature> features(Snapshot snapshot, String layer, Function<Snapshot, List<Feature>> read) {
    return list(snapshot, layer, read, TwinMemory::bytes);
  }

  /// Zones share the shapes of their features, so that they weigh little themselves.
  List<Zone> zones(Snapshot snapshot, Function<Snapshot, List<Zone>> join) {
    return list(snapshot, "zones joined", join, zone -> FEATURE_BYTES);
  }

  // What is kept under a key was put there by the one method that uses such keys.
  @SuppressWarnings("unchecked")
  private <T> List<T> list(
      Snapshot snapshot, String layer, Function<Snapshot, List<T>> read, ToIntFunction<T> size) {
    Settled settled = settled(snapshot);
    Key key = key(settled.snapshot(), layer);
    Kept<?> kept = settled.forEver() ? lists.getIfPresent(key) : null;
    if (kept != null) {
      return (List<T>) kept.list();
    }
    List<T> list = List.copyOf(read.apply(settled.snapshot()));
    long bytes = list.stream().mapToLong(size::applyAsInt).sum();
    if (settled.forEver() && bytes <= LARGEST_BYTES) {
      lists.put(key, new Kept<>(list, (int) bytes));
    }
    return list;
  }

  private static Key key(Snapshot settled, String layer) {
    return new Key(settled.city(), settled.asOf().valid(), settled.asOf().known(), layer);
  }

  /// The same snapshot at the last turns that are not after it, as far as this server knows. It is
  /// this one that is read, and kept: a turn that this server has not seen yet is not in it,
  /// although the store may have it already.
  Settled settled(Snapshot snapshot) {
    AsOf asOf = snapshot.asOf();
    Instant valid = null;
    Instant known = null;
    for (Turn turn : turns(snapshot.city())) {
      if (!turn.learned().isAfter(asOf.known())) {
        known = turn.learned();
        if (!turn.validFrom().isAfter(asOf.valid())) {
          valid = valid == null || turn.validFrom().isAfter(valid) ? turn.validFrom() : valid;
        }
      }
    }
    var at = new AsOf(valid == null ? asOf.valid() : valid, known == null ? asOf.known() : known);
    return new Settled(new Snapshot(snapshot.city(), at), valid != null && known != null);
  }

  private List<Turn> turns(String city) {
    return turns.get(city, catalogue::turns);
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
