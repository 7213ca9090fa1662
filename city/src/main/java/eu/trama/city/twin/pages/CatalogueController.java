package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Dataset;
import eu.trama.city.twin.PackSources;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Where everything that the twin says comes from.
@Controller
class CatalogueController {

  private final Pages pages;
  private final Cities cities;
  private final Catalogue catalogue;
  private final PackSources packSources;
  private final CatalogueFiles files;

  CatalogueController(
      Pages pages,
      Cities cities,
      Catalogue catalogue,
      PackSources packSources,
      CatalogueFiles files) {
    this.files = files;
    this.pages = pages;
    this.cities = cities;
    this.catalogue = catalogue;
    this.packSources = packSources;
  }

  @GetMapping("/{city}/catalogue")
  View catalogue(Visit visit, @PathVariable("city") String id, HttpServletRequest request) {
    City city = cities.require(id);
    Optional<CatalogueFiles.Form> form = CatalogueFiles.Form.preferred(request);
    if (form.isPresent()) {
      return files.city(visit, city, form.get(), request);
    }
    var wording = new Wording(visit.words(), city);
    List<Dataset> datasets = catalogue.datasets(id);
    var table =
        new DataTable(
            "datasets",
            visit.say("twin.catalogue.caption", datasets.size()),
            List.of(
                Column.text(visit.say("twin.dataset")),
                Column.text(visit.say("twin.dataset.publisher")),
                Column.text(visit.say("twin.dataset.licence")),
                Column.text(visit.say("twin.dataset.published")),
                Column.text(visit.say("twin.dataset.learned")),
                Column.number(visit.say("twin.dataset.features")),
                Column.number(visit.say("twin.dataset.findings"))),
            datasets.stream().map(dataset -> row(wording, dataset)).toList(),
            true);
    return pages.show(
        "twin/catalogue",
        visit.page(visit.say("twin.catalogue.title")).in("catalogue").wholeWidth(),
        new CatalogueList("/" + id + "/catalogue", table, sources(visit, id)));
  }

  private DataTable sources(Visit visit, String city) {
    return new DataTable(
        "sources",
        visit.say("twin.sources.caption"),
        List.of(
            Column.text(visit.say("twin.sources.title")),
            Column.text(visit.say("twin.dataset.publisher")),
            Column.text(visit.say("twin.dataset.licence")),
            Column.text(visit.say("twin.dataset.published")),
            Column.text(visit.say("twin.sources.note"))),
        packSources.of(city).stream()
            .map(source -> {
              var from = source.provenance();
              return new Row(
                  source.id(),
                  from.url(),
                  List.of(
                      from.title(),
                      from.publisher(),
                      from.licence(),
                      from.published(),
                      from.note()));
            })
            .toList(),
        true);
  }

  private static Row row(Wording wording, Dataset dataset) {
    var from = dataset.provenance();
    long findings = dataset.findings().values().stream().mapToLong(Integer::longValue).sum();
    return new Row(
        "",
        "/" + dataset.city() + "/catalogue/" + dataset.id(),
        List.of(
            from.title(),
            orNone(from.publisher()),
            orNone(from.licence()),
            orNone(from.published()),
            wording.day(dataset.learnedAt()),
            wording.words().number(dataset.features()),
            wording.words().number(findings)));
  }

  @GetMapping("/{city}/catalogue/{id}")
  View dataset(
      Visit visit, @PathVariable("city") String cityId, @PathVariable("id") String datasetId) {
    City city = cities.require(cityId);
    var wording = new Wording(visit.words(), city);
    Dataset dataset =
        catalogue.datasets(cityId).stream()
            .filter(each -> String.valueOf(each.id()).equals(datasetId))
            .findFirst()
            .orElseThrow(Cities::missing);
    var from = dataset.provenance();
    boolean address = from.url().matches("https?://.*");
    var model =
        new DatasetPage(
            facts(wording, dataset),
            address ? from.url() : "",
            from.note(),
            findings(wording, dataset));
    return pages.show(
        "twin/dataset",
        visit
            .page(from.title())
            .in("catalogue")
            .under(Link.to(visit.say("twin.catalogue.title"), "/" + cityId + "/catalogue")),
        model);
  }

  private static List<ZonePage.Fact> facts(Wording wording, Dataset dataset) {
    var from = dataset.provenance();
    return List.of(
        fact(wording, "publisher", orNone(from.publisher())),
        fact(wording, "licence", orNone(from.licence())),
        fact(wording, "published", orNone(from.published())),
        fact(wording, "source", dataset.source()),
        fact(wording, "file", dataset.file()),
        fact(wording, "bytes", wording.words().number(dataset.bytes())),
        fact(wording, "sha256", dataset.sha256()),
        fact(wording, "importer", dataset.importer() + " " + dataset.importerVersion()),
        fact(wording, "valid", wording.when(dataset.validFrom())),
        fact(wording, "learned", wording.when(dataset.learnedAt())),
        fact(wording, "features", wording.words().number(dataset.features())));
  }

  private static ZonePage.Fact fact(Wording wording, String name, String value) {
    return new ZonePage.Fact(wording.say("twin.dataset." + name), value);
  }

  private static DataTable findings(Wording wording, Dataset dataset) {
    return new DataTable(
        "findings",
        wording.say("twin.dataset.findings.caption"),
        List.of(
            Column.text(wording.say("twin.dataset.finding")),
            Column.number(wording.say("twin.dataset.count"))),
        dataset.findings().entrySet().stream()
            .map(each -> Row.of("", each.getKey(), wording.words().number(each.getValue())))
            .toList(),
        false);
  }

  private static String orNone(String text) {
    return text.isBlank() ? Wording.NONE : text;
  }
}
