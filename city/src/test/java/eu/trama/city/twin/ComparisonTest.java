package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

class ComparisonTest {

  private static final Point PLACE = GeoJson.WGS84.createPoint(new Coordinate(0, 0));
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  private static Zone zone(String id, double people, double income) {
    return new Zone(
        id,
        "neighbourhood",
        id,
        id,
        "",
        PLACE,
        PLACE,
        false,
        OptionalDouble.of(people),
        OptionalDouble.of(income),
        OptionalDouble.empty());
  }

  @Test
  void theMeanCountsPeopleNotZones() {
    var zones = List.of(zone("a", 1_000, 10), zone("b", 3_000, 20));
    var comparison = Comparison.of(zones, Map.of("a", 8.0, "b", 4.0), Map.of("a", 12.0, "b", 4.0));
    assertThat(comparison.before()).isEqualTo(5.0, EXACT); // (8 x 1000 + 4 x 3000) / 4000
    assertThat(comparison.after()).isEqualTo(6.0, EXACT);
  }

  @Test
  void aZoneWithoutAValueOnOneSideIsLeftOut() {
    var zones = List.of(zone("a", 1, 1), zone("b", 1, 2));
    assertThat(Comparison.of(zones, Map.of("a", 1.0, "b", 1.0), Map.of("a", 2.0)).rows())
        .extracting(row -> row.zone().id())
        .containsExactly("a");
  }

  @Test
  void aChangeFromZeroHasNoRelativeValue() {
    var row = new Comparison.Row(zone("a", 1, 1), 0, 5);
    assertThat(row.change()).isEqualTo(5, EXACT);
    assertThat(row.relative()).isEmpty();
  }

  @Test
  void groupsGoFromPoorestToRichestWithEqualPeople() {
    var zones = new ArrayList<Zone>();
    var before = new TreeMap<String, Double>();
    for (int i = 0; i < 10; i++) {
      zones.add(zone("z" + i, 100, 1_000 * (10 - i)));
      before.put("z" + i, (double) i);
    }
    var groups = Comparison.of(zones, before).groups();
    assertThat(groups).extracting(Comparison.Group::people).containsOnly(200.0).hasSize(5);
    assertThat(groups.getFirst().least()).isEqualTo(1_000, EXACT);
    assertThat(groups.getFirst().before()).isEqualTo(8.5, EXACT); // z9 and z8 are the poorest
    assertThat(groups.getLast().most()).isEqualTo(10_000, EXACT);
  }

  @Test
  void twoCitiesAreMeasuredAgainstTheMeanOfAllTheirPeople() {
    var small = Comparison.of(List.of(zone("a", 1_000, 1)), Map.of("a", 2.0));
    var large =
        Comparison.of(
            List.of(zone("a", 2_000, 1), zone("b", 1_000, 2)), Map.of("a", 8.0, "b", 6.0));
    var contrast = Contrast.of(new Contrast.Side("ona", small), new Contrast.Side("ter", large));
    assertThat(contrast.mean()).isEqualTo(6.0, EXACT); // (2 x 1000 + 8 x 2000 + 6 x 1000) / 4000
    assertThat(contrast.rows())
        .extracting(Contrast.Row::id)
        .containsExactly("ona/a", "ter/a", "ter/b");
    assertThat(contrast.rows())
        .extracting(Contrast.Row::difference)
        .containsExactly(-4.0, 2.0, 0.0);
  }
}
