package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Zone;
import eu.trama.city.twin.Zones;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The first page of a city.
@Controller
class OverviewController {

  private static final int LATEST = 5;

  private final Pages pages;
  private final Cities cities;
  private final Twin twin;
  private final Catalogue catalogue;
  private final Templates templates;

  OverviewController(
      Pages pages, Cities cities, Twin twin, Catalogue catalogue, Templates templates) {
    this.pages = pages;
    this.cities = cities;
    this.twin = twin;
    this.catalogue = catalogue;
    this.templates = templates;
  }

  @GetMapping("/{city}")
  View overview(
      Visit visit,
      @PathVariable("city") String id,
      @RequestParam(name = "by", defaultValue = "density") String by) {
    City city = cities.require(id);
    Snapshot today = cities.today(city);
    var figure = ZoneFigure.ofKey(by).orElse(ZoneFigure.DENSITY);
    var wording = new Wording(visit.words(), city);
    List<Zone> all = Zones.of(cities.view(today));
    List<Zone> zones =
        all.stream().filter(zone -> zone.level().equals(Zones.NEIGHBOURHOOD)).toList();
    SortedMap<String, Long> counts = twin.layers(today);
    var table =
        ZoneTables.zones(wording, "zones", "/" + id + "/zones/", zones, byFigure(zones, figure));
    var model =
        new Overview(
            city.name(),
            id,
            figures(wording, all, zones, counts),
            zones.stream().anyMatch(Zone::standIn),
            Arrays.stream(ZoneFigure.values())
                .map(each ->
                    new Link(
                        visit.say("twin.figure." + each.key()),
                        "/" + id + "?by=" + each.key() + "#map",
                        each == figure))
                .toList(),
            ZoneTables.map(wording, today, zones, figure, "zones"),
            table,
            LayerTables.lines(wording, counts),
            templates.of(id).stream()
                .map(template ->
                    new Overview.TemplateCard(
                        template.id(),
                        template.content().name(visit.language().tag()),
                        template.content().description(visit.language().tag())))
                .toList(),
            catalogue.datasets(id).stream()
                .limit(LATEST)
                .map(dataset ->
                    Link.to(
                        dataset.provenance().title() + ", " + wording.day(dataset.learnedAt()),
                        "/" + id + "/catalogue/" + dataset.id()))
                .toList());
    return pages.show("twin/overview", visit.page(city.name()).in("overview"), model);
  }

  private static List<Zone> byFigure(List<Zone> zones, ZoneFigure figure) {
    return zones.stream()
        .sorted(
            Comparator.comparingDouble((Zone zone) -> -figure.of(zone).orElse(-1))
                .thenComparing(Zone::id))
        .toList();
  }

  private static List<Overview.Figure> figures(
      Wording wording, List<Zone> all, List<Zone> zones, SortedMap<String, Long> counts) {
    var figures = new ArrayList<Overview.Figure>();
    all.stream()
        .filter(zone -> zone.level().equals("city"))
        .findFirst()
        .ifPresent(city -> {
          figures.add(
              new Overview.Figure(
                  wording.number(city.population(), 0), wording.say("twin.figure.population")));
          figures.add(
              new Overview.Figure(squareKilometres(wording, city), wording.say("twin.figure.km2")));
          figures.add(
              new Overview.Figure(wording.money(city.income()), wording.say("twin.figure.income")));
        });
    figures.add(
        new Overview.Figure(
            wording.words().number(zones.size()), wording.say("twin.levels.neighbourhood")));
    for (var layer : List.of(Layers.LINES, Layers.STOPS, Layers.FACILITIES)) {
      long count = counts.getOrDefault(layer.name(), 0L);
      if (count > 0) {
        figures.add(
            new Overview.Figure(
                wording.words().number(count), wording.say("twin.layer." + layer.name())));
      }
    }
    return figures;
  }

  private static String squareKilometres(Wording wording, Zone city) {
    return wording.number(
        city.hectares().isPresent()
            ? OptionalDouble.of(city.hectares().getAsDouble() / 100)
            : OptionalDouble.empty(),
        0);
  }
}
