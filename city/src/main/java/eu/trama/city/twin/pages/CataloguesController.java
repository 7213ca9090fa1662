package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.pages.CatalogueFiles.Form;
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

/// The catalogue of all cities: a page for people, linked data for programs.
@Controller
class CataloguesController {

  private final Pages pages;
  private final Cities cities;
  private final Twin twin;
  private final Catalogue catalogue;
  private final CatalogueFiles files;

  CataloguesController(
      Pages pages, Cities cities, Twin twin, Catalogue catalogue, CatalogueFiles files) {
    this.pages = pages;
    this.cities = cities;
    this.twin = twin;
    this.catalogue = catalogue;
    this.files = files;
  }

  @GetMapping("/catalogue")
  View page(Visit visit, HttpServletRequest request) {
    Optional<Form> form = Form.preferred(request);
    if (form.isPresent()) {
      return files.all(visit, form.get(), request);
    }
    var table =
        new DataTable(
            "catalogues",
            visit.say("twin.catalogues.caption"),
            List.of(
                Column.text(visit.say("twin.catalogues.city")),
                Column.number(visit.say("twin.catalogues.datasets")),
                Column.text(visit.say("twin.dataset.learned"))),
            twin.cities().stream().map(city -> row(new Wording(visit.words(), city))).toList(),
            true);
    return pages.show(
        "twin/catalogues", visit.page(visit.say("twin.catalogues.title")), new Catalogues(table));
  }

  private Row row(Wording wording) {
    City city = wording.city();
    return new Row(
        "",
        "/" + city.id() + "/catalogue",
        List.of(
            city.name(),
            wording.words().number(catalogue.datasets(city.id()).size()),
            catalogue.lastLearned(city.id()).map(wording::day).orElse(Wording.NONE)));
  }

  @GetMapping("/catalogue.ttl")
  View turtle(Visit visit, HttpServletRequest request) {
    return files.all(visit, Form.TURTLE, request);
  }

  @GetMapping("/catalogue.jsonld")
  View jsonLd(Visit visit, HttpServletRequest request) {
    return files.all(visit, Form.JSON_LD, request);
  }

  @GetMapping("/{city}/catalogue.ttl")
  View turtle(Visit visit, @PathVariable("city") String id, HttpServletRequest request) {
    return files.city(visit, cities.require(id), Form.TURTLE, request);
  }

  @GetMapping("/{city}/catalogue.jsonld")
  View jsonLd(Visit visit, @PathVariable("city") String id, HttpServletRequest request) {
    return files.city(visit, cities.require(id), Form.JSON_LD, request);
  }
}
