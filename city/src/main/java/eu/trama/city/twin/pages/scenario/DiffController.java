package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioDiff;
import eu.trama.city.twin.ScenarioDiff.Difference;
import eu.trama.city.twin.pages.LayerTables;
import eu.trama.city.twin.pages.SeeOther;
import eu.trama.city.twin.pages.Wording;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Compares two scenarios of one city, feature by feature.
@Controller
class DiffController {

  private final Pages pages;
  private final Editing editing;

  DiffController(Pages pages, Editing editing) {
    this.pages = pages;
    this.editing = editing;
  }

  /// @param other the link of the other scenario, or the end of it
  @GetMapping("/scenarios/{id}/diff")
  View choose(
      @PathVariable("id") String id,
      @RequestParam(name = "other", defaultValue = "") String other) {
    editing.require(id);
    String last = other.strip().replaceAll("[?#].*$", "").replaceAll(".*/", "");
    boolean known = last.matches("[A-Za-z0-9_-]{1,64}");
    return SeeOther.at("/scenarios/" + id + (known ? "/diff/" + last + "#main" : "#compare"));
  }

  @GetMapping("/scenarios/{id}/diff/{other}")
  View diff(Visit visit, @PathVariable("id") String id, @PathVariable("other") String otherId) {
    Scenario left = editing.require(id);
    Scenario right = editing.require(otherId);
    if (!left.city().equals(right.city())) {
      throw Editing.refused(
          "scenario-city", "other", right.city(), "Compare scenarios of one city.");
    }
    var wording = editing.wording(visit, left);
    List<Difference> differences =
        ScenarioDiff.of(editing.view(left), editing.view(right)).differences();
    var table =
        new DataTable(
            "differences",
            visit.say("twin.diff.caption", differences.size()),
            List.of(
                Column.text(visit.say("twin.name")),
                Column.text(visit.say("twin.layer")),
                Column.text(left.name()),
                Column.text(right.name())),
            differences.stream().map(each -> row(wording, each)).toList(),
            true);
    var model =
        new DiffPage(
            Link.to(left.name(), "/scenarios/" + id),
            Link.to(right.name(), "/scenarios/" + otherId),
            table);
    return pages.show("twin/diff", editing.page(visit, left, visit.say("twin.diff.title")), model);
  }

  private static Row row(Wording wording, Difference difference) {
    Feature left = difference.left();
    Feature right = difference.right();
    Feature known = left == null ? right : left;
    return Row.of(
        "",
        known == null ? difference.id() : StepWords.name(known),
        wording.say("twin.layer." + difference.layer()),
        side(wording, left, right, difference),
        side(wording, right, left, difference));
  }

  private static String side(
      Wording wording, @Nullable Feature own, @Nullable Feature other, Difference difference) {
    if (own == null) {
      return wording.say("twin.diff.absent");
    }
    if (other == null) {
      return wording.say("twin.diff.present");
    }
    var text = new StringBuilder();
    for (String name : difference.properties()) {
      Object value = own.properties().values().get(name);
      text.append(text.isEmpty() ? "" : "; ").append(LayerTables.field(wording.words(), name));
      if (value != null) {
        text.append(": ").append(LayerTables.shown(wording.words(), name, value));
      }
    }
    return text.toString();
  }
}
