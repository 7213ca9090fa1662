package eu.trama.city.twin.pages;

import eu.trama.city.twin.Zone;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The table of zones in the order that a visitor chose by its headings.
record ZoneSorting(String way, String sort, String order) {

  private static final String PARENT = "parent";
  private static final String NAME = "name";

  DataTable table(Wording wording, List<Zone> zones, ZoneNames names) {
    var sorting = new Sorting(way, sort, order);
    Comparator<Zone> comparator = comparator(wording, names);
    var rows =
        zones.stream()
            .sorted(sorting.ascending(NAME) ? comparator : comparator.reversed())
            .map(zone -> row(wording, zone, names))
            .toList();
    return new DataTable(
        "zones",
        wording.say("twin.zones.caption", zones.size()),
        List.of(
            sorting.column(Column.text(wording.say("twin.zone")), NAME, NAME),
            sorting.column(Column.text(wording.say("twin.zone.parent")), PARENT, NAME),
            sorting.column(
                Column.number(wording.say("twin.figure.population")), "population", NAME),
            sorting.column(Column.number(wording.say("twin.figure.density")), "density", NAME),
            sorting.column(Column.number(wording.say("twin.figure.income")), "income", NAME)),
        rows,
        true);
  }

  private Comparator<Zone> comparator(Wording wording, ZoneNames names) {
    var collator = wording.words().collator();
    Comparator<Zone> byName = Comparator.comparing(Zone::name, collator).thenComparing(Zone::id);
    Optional<ZoneFigure> figure = ZoneFigure.ofKey(sort);
    if (figure.isPresent()) {
      return Comparator.comparingDouble(
              (Zone zone) -> figure.get().of(zone).orElse(Double.NEGATIVE_INFINITY))
          .thenComparing(byName);
    }
    return sort.equals(PARENT)
        ? Comparator.comparing((Zone zone) -> names.of(zone.parent()), collator)
            .thenComparing(byName)
        : byName;
  }

  private static Row row(Wording wording, Zone zone, ZoneNames names) {
    return new Row(
        zone.id(),
        "/" + wording.city().id() + "/zones/" + zone.id(),
        List.of(
            zone.name(),
            names.of(zone.parent()),
            ZoneFigure.POPULATION.shown(zone, wording),
            ZoneFigure.DENSITY.shown(zone, wording),
            ZoneFigure.INCOME.shown(zone, wording)));
  }
}
