package eu.trama.city.mobility.places;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.trama.city.twin.CityView;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;

/// Finds the stops, facilities, zones and streets of a city by name.
@Service
public class Places {

  /// Cities, each in its newest edition or two.
  private static final int MOST_KEPT = 4;

  private final Twin twin;
  private final Cache<Snapshot, PlaceIndex> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  Places(Twin twin) {
    this.twin = twin;
  }

  /// The best places for what somebody wrote, at most `limit`.
  public List<Place> search(String city, String text, int limit) {
    Settled today = twin.settled(twin.today(city));
    PlaceIndex index =
        today.forEver() ? kept.get(today.snapshot(), this::read) : read(today.snapshot());
    return index.search(text, limit);
  }

  /// The place that an id names, such as `stops/fgc:PC`.
  public Optional<Place> place(String city, String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    String layer = id.substring(0, slash);
    return kind(layer)
        .flatMap(kind ->
            twin.feature(twin.today(city), layer, id.substring(slash + 1))
                .flatMap(feature -> place(kind, feature)));
  }

  private PlaceIndex read(Snapshot snapshot) {
    CityView view = twin.view(snapshot);
    var places = new ArrayList<Place>();
    for (Place.Kind kind : Place.Kind.values()) {
      for (Feature feature : view.features(layer(kind))) {
        place(kind, feature).ifPresent(places::add);
      }
    }
    return new PlaceIndex(places);
  }

  private static String layer(Place.Kind kind) {
    return switch (kind) {
      case STOP -> Layers.STOPS.name();
      case FACILITY -> Layers.FACILITIES.name();
      case ZONE -> Layers.ZONES.name();
      case STREET -> Layers.STREETS.name();
    };
  }

  private static Optional<Place.Kind> kind(String layer) {
    for (Place.Kind kind : Place.Kind.values()) {
      if (layer(kind).equals(layer)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> place(Place.Kind kind, Feature feature) {
    Geometry geometry = feature.geometry();
    if (geometry == null || geometry.isEmpty()) {
      return Optional.empty();
    }
    String level = feature.properties().text("level").orElse("");
    if (kind == Place.Kind.ZONE && !level.equals(Zones.NEIGHBOURHOOD) && !level.equals(DISTRICT)) {
      // Statistical areas and sections have numbers, not names that people know.
      return Optional.empty();
    }
    Coordinate at = kind == Place.Kind.STREET ? onStreet(geometry) : inside(geometry);
    return feature
        .properties()
        .text("name")
        .map(name -> new Place(kind, feature.layer() + "/" + feature.id(), name, at.y, at.x));
  }

  private static final String DISTRICT = "district";

  private static Coordinate inside(Geometry geometry) {
    return geometry.getInteriorPoint().getCoordinate();
  }

  /// The bend of the street that is nearest to its middle.
  private static Coordinate onStreet(Geometry street) {
    Coordinate middle = street.getEnvelopeInternal().centre();
    Coordinate best = street.getCoordinate();
    for (Coordinate each : street.getCoordinates()) {
      if (each.distance(middle) < best.distance(middle)) {
        best = each;
      }
    }
    return best;
  }
}
