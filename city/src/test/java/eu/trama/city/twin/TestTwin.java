package eu.trama.city.twin;

import eu.trama.city.twin.Editions.Edition;
import eu.trama.city.twin.Staging.Key;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// A twin without the rest of the server, with a clock that stands until it is moved.
final class TestTwin {

  static final City CITY =
      new City(
          "ona",
          "Ona",
          "ES",
          ZoneId.of("Europe/Madrid"),
          25831,
          41.4,
          2.15,
          12,
          List.of("ca"),
          "EUR");

  Instant now = Instant.parse("2026-03-01T08:00:00Z");
  final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };
  final ConcurrentLinkedQueue<Object> events = new ConcurrentLinkedQueue<>();
  final Catalogue catalogue;
  final Blobs blobs;
  final Twin twin;
  final Staging staging;
  final Editions editions;
  final Scenarios scenarios;
  private int files;

  TestTwin(DataSource source) {
    var transactions = new DataSourceTransactionManager(source);
    catalogue = new Catalogue(source);
    blobs = new Blobs(source, transactions);
    twin = new Twin(source, clock, catalogue, blobs);
    staging = new Staging(source, transactions, clock);
    editions = new Editions(source, transactions, clock, this::hear, catalogue);
    scenarios =
        new Scenarios(
            source,
            transactions,
            clock,
            twin,
            new EditChecks(twin, List.of()),
            eu.trama.city.identity.CurrentPerson.ofRequests());
    twin.settle(CITY);
  }

  private void hear(Object event) {
    events.add(event);
    if (event instanceof Editions.Published published) {
      twin.on(published);
    }
  }

  /// Publishes features as the whole of a source from a day on.
  Dataset publish(String source, Instant validFrom, List<Feature> features) {
    return publish(source, validFrom, features, List.of());
  }

  Dataset publish(String source, Instant validFrom, List<Feature> features, List<String> ends) {
    var key = new Key(CITY.id(), source, Digest.hex("file " + files++), "test", "1");
    var staged =
        staging.stage(
            key,
            sink -> {
              for (Feature feature : features) {
                sink.add(feature);
              }
              return Properties.NONE;
            });
    var edition =
        new Edition(staged, Provenance.titled("Test"), "file", 1, validFrom, Map.of(), ends);
    return editions.publish(CITY.id(), List.of(edition)).getFirst();
  }

  Snapshot asOf(Instant valid, Instant known) {
    return new Snapshot(CITY.id(), new AsOf(valid, known));
  }

  static Feature stop(String id, String name) {
    return new Feature(
        "stops",
        id,
        GeoJson.WGS84.createPoint(new org.locationtech.jts.geom.Coordinate(2.1, 41.4)),
        Properties.of(Map.of("name", name)));
  }
}
