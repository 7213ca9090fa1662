package eu.trama.city.twin.pages;

import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Zone;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import java.util.Optional;

/// Zones with their known figures, as a table and as the map beside it.
final class ZoneTables {

  private ZoneTables() {}

  /// @param way to a zone's page, its id follows
  static DataTable zones(
      Wording wording, String id, String way, List<Zone> zones, List<Zone> rows) {
    return new DataTable(
        id,
        wording.say("twin.zones.caption", zones.size()),
        List.of(
            Column.text(wording.say("twin.zone")),
            Column.number(wording.say("twin.figure.population")),
            Column.number(wording.say("twin.figure.density")),
            Column.number(wording.say("twin.figure.income"))),
        rows.stream().map(zone -> row(wording, way, zone)).toList(),
        true);
  }

  private static Row row(Wording wording, String way, Zone zone) {
    return new Row(
        zone.id(),
        way + zone.id(),
        List.of(
            zone.name(),
            ZoneFigure.POPULATION.shown(zone, wording),
            ZoneFigure.DENSITY.shown(zone, wording),
            ZoneFigure.INCOME.shown(zone, wording)));
  }

  static Optional<MapPanel> map(
      Wording wording, Snapshot at, List<Zone> zones, ZoneFigure figure, String table) {
    var values =
        zones.stream()
            .map(figure::of)
            .filter(v -> v.isPresent())
            .map(v -> v.getAsDouble())
            .toList();
    String level = zones.isEmpty() ? "" : zones.getFirst().level();
    var shown =
        new ZoneMaps.Shown(
            "map",
            table,
            wording.say("twin.figure." + figure.key()),
            url(at, level),
            figure.key(),
            0);
    return ZoneMaps.values(shown, wording.words(), wording.city(), zones, values);
  }

  /// The zones' file as it will always be: both times fixed.
  static String url(Snapshot at, String level) {
    return "/%s/zones.geojson?level=%s&valid=%s&known=%s"
        .formatted(at.city(), level, at.asOf().valid().toString(), at.asOf().known().toString());
  }
}
