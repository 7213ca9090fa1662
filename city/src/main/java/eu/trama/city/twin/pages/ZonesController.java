package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.View;

/// The zones of a city, level by level, and each zone by itself.
@Controller
class ZonesController {

  private final Pages pages;
  private final Cities cities;
  private final Twin twin;
  private final Catalogue catalogue;

  ZonesController(Pages pages, Cities cities, Twin twin, Catalogue catalogue) {
    this.pages = pages;
    this.cities = cities;
    this.twin = twin;
    this.catalogue = catalogue;
  }

  @GetMapping("/{city}/zones")
  View zones(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "level", defaultValue = Zones.NEIGHBOURHOOD) String level,
      @RequestParam(name = "sort", defaultValue = "name") String sort,
      @RequestParam(name = "order", defaultValue = "") String order) {
    City city = cities.require(id);
    Snapshot today = cities.today(city);
    var wording = new Wording(visit.words(), city);
    List<Zone> all = Zones.of(cities.view(today));
    List<Zone> zones = all.stream().filter(zone -> zone.level().equals(level)).toList();
    if (zones.isEmpty()) {
      throw Cities.missing();
    }
    var sorting = new ZoneSorting("/" + id + "/zones?level=" + level, sort, order);
    var model =
        new ZoneList(
            levels(wording, all, level),
            zones.stream().anyMatch(Zone::standIn),
            ZoneTables.map(wording, today, zones, ZoneFigure.POPULATION, "zones"),
            sorting.table(wording, zones, ZoneNames.of(all)));
    return pages.show(
        "twin/zones", visit.page(visit.say("twin.zones.title")).in("zones").wholeWidth(), model);
  }

  private static List<Link> levels(Wording wording, List<Zone> all, String current) {
    String id = wording.city().id();
    return all.stream()
        .map(Zone::level)
        .distinct()
        .map(level ->
            new Link(
                wording.say("twin.levels." + level),
                "/" + id + "/zones?level=" + level,
                level.equals(current)))
        .toList();
  }

  @GetMapping("/{city}/zones/{id}")
  View zone(Visit visit, @PathVariable("city") String cityId, @PathVariable("id") String zoneId) {
    City city = cities.require(cityId);
    Snapshot today = cities.today(city);
    var wording = new Wording(visit.words(), city);
    List<Zone> all = Zones.of(cities.view(today));
    Zone zone =
        all.stream()
            .filter(each -> each.id().equals(zoneId))
            .findFirst()
            .orElseThrow(Cities::missing);
    var names = ZoneNames.of(all);
    List<Zone> inside = all.stream().filter(each -> each.parent().equals(zoneId)).toList();
    var model =
        new ZonePage(
            zone.standIn(),
            facts(wording, zone, names),
            ZoneTables.zones(wording, "inside", "/" + cityId + "/zones/", inside, inside),
            statistics(wording, today, zoneId),
            Histories.table(wording, catalogue, twin.history(cityId, Layers.ZONES.name(), zoneId)));
    return pages.show(
        "twin/zone",
        visit
            .page(zone.name())
            .in("zones")
            .under(Link.to(visit.say("twin.zones.title"), "/" + cityId + "/zones")),
        model);
  }

  private static List<ZonePage.Fact> facts(Wording wording, Zone zone, ZoneNames names) {
    return List.of(
        new ZonePage.Fact(
            wording.say("twin.zone.level"), wording.say("twin.level." + zone.level())),
        new ZonePage.Fact(wording.say("twin.zone.code"), zone.code()),
        new ZonePage.Fact(wording.say("twin.zone.parent"), names.of(zone.parent())),
        new ZonePage.Fact(
            wording.say("twin.figure.population"), ZoneFigure.POPULATION.shown(zone, wording)),
        new ZonePage.Fact(
            wording.say("twin.figure.density"), ZoneFigure.DENSITY.shown(zone, wording)),
        new ZonePage.Fact(
            wording.say("twin.figure.income"), ZoneFigure.INCOME.shown(zone, wording)),
        new ZonePage.Fact(wording.say("twin.zone.hectares"), wording.number(zone.hectares(), 1)),
        new ZonePage.Fact(
            wording.say("twin.zone.boundary"),
            wording.say("twin.boundary." + (zone.standIn() ? Zones.STAND_IN : Zones.OFFICIAL))));
  }

  private DataTable statistics(Wording wording, Snapshot today, String zone) {
    var rows =
        twin.features(today, Layers.STATISTICS.name()).stream()
            .filter(each -> each.properties().requireText("zone").equals(zone))
            .map(each ->
                DataTable.Row.of(
                    "",
                    each.properties().requireText("indicator"),
                    each.properties().text("year").orElse(Wording.NONE),
                    wording.number(each.properties().number("value"), 0),
                    each.properties().text("source").orElse(Wording.NONE)))
            .toList();
    return new DataTable(
        "statistics",
        wording.say("twin.zone.statistics"),
        List.of(
            DataTable.Column.text(wording.say("twin.statistic")),
            DataTable.Column.number(wording.say("twin.year")),
            DataTable.Column.number(wording.say("twin.value")),
            DataTable.Column.text(wording.say("twin.source"))),
        rows,
        false);
  }

  /// Zones of a level with their figures, for maps and for other programs.
  @GetMapping("/{city}/zones.geojson")
  void file(
      @PathVariable("city") String id,
      @RequestParam(name = "level", defaultValue = Zones.NEIGHBOURHOOD) String level,
      @RequestParam(name = "valid", defaultValue = "") String valid,
      @RequestParam(name = "known", defaultValue = "") String known,
      WebRequest request,
      HttpServletResponse response)
      throws IOException {
    City city = cities.require(id);
    var snapshot = FixedFile.snapshot(city, new Moment(valid, known), cities.today(city), response);
    if (FixedFile.unchanged(snapshot, "zones " + level, request)) {
      return;
    }
    Download.zones(
        response,
        cities.zones(snapshot, level),
        zone -> {
          var properties = new LinkedHashMap<String, @Nullable Object>();
          for (ZoneFigure figure : ZoneFigure.values()) {
            properties.put(figure.key(), orNull(figure.of(zone)));
          }
          properties.put("hectares", orNull(zone.hectares()));
          return properties;
        });
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
