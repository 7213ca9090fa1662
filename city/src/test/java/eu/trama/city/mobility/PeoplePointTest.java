package eu.trama.city.mobility;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.City;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.twin.Zone;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class PeoplePointTest {

  private static final City CITY =
      new City("ona", "Ona", "ES", ZoneId.of("UTC"), 25831, 41.4, 2.15, 12, List.of("ca"), "EUR");

  /// A rectangle given in kilometres from a corner of the UTM grid near Barcelona.
  private static Zone zone(
      String id, double x, double y, double width, double height, double people) {
    var metres = LocalMetres.of(CITY);
    double west = 430_000 + x * 1_000 + 1;
    double south = 4_580_000 + y * 1_000 + 1;
    Geometry area =
        metres
            .geometries()
            .toGeometry(
                new Envelope(west, west + width * 1_000 - 2, south, south + height * 1_000 - 2));
    Geometry boundary = metres.toDegrees(area);
    return new Zone(
        id,
        "neighbourhood",
        id,
        id,
        "",
        boundary.getInteriorPoint(),
        boundary,
        false,
        OptionalDouble.of(people),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @Test
  void aZoneOfTwoByTwoKilometresHasNinePointsInsideAtFiveHundredMetres() {
    // Crossings at 500, 1000 and 1500 m in both directions; those on the edge lie outside.
    var points = PeoplePoint.of(CITY, List.of(zone("a", 0, 0, 2, 2, 900)), 500);
    assertThat(points).hasSize(9);
    assertThat(points).allSatisfy(p -> assertThat(p.people()).isEqualTo(100, Offset.offset(1e-9)));
  }

  @Test
  void aZoneThatTheGridMissesHasItsCentre() {
    var zone = zone("a", 0.1, 0.1, 0.2, 0.2, 50);
    var points = PeoplePoint.of(CITY, List.of(zone), 500);
    assertThat(points).hasSize(1);
    Geometry at =
        GeoJson.WGS84.createPoint(new Coordinate(points.getFirst().lon(), points.getFirst().lat()));
    assertThat(zone.boundary().covers(at)).isTrue();
    assertThat(points.getFirst().people()).isEqualTo(50, Offset.offset(1e-9));
  }

  @Test
  void noPersonIsLostOrCountedTwice() {
    var zones = List.of(zone("a", 0, 0, 3, 2, 1_234), zone("b", 3, 0, 1, 2, 777));
    double people =
        PeoplePoint.of(CITY, zones, 300).stream().mapToDouble(PeoplePoint::people).sum();
    assertThat(people).isEqualTo(2_011, Offset.offset(1e-6));
  }
}
