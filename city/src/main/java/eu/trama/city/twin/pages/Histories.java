package eu.trama.city.twin.pages;

import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.FeatureVersion;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was believed of a feature, in both times.
final class Histories {

  private Histories() {}

  static DataTable table(Wording wording, Catalogue catalogue, List<FeatureVersion> versions) {
    return new DataTable(
        "history",
        wording.say("twin.history.caption"),
        List.of(
            Column.text(wording.say("twin.history.source")),
            Column.text(wording.say("twin.history.valid")),
            Column.text(wording.say("twin.history.known")),
            Column.text(wording.say("twin.name"))),
        versions.stream().map(version -> row(wording, catalogue, version)).toList(),
        false);
  }

  private static Row row(Wording wording, Catalogue catalogue, FeatureVersion version) {
    return new Row(
        "",
        "/" + wording.city().id() + "/catalogue/" + version.dataset(),
        List.of(
            catalogue.dataset(version.dataset()).provenance().title(),
            span(wording, version.validFrom(), version.validTo()),
            span(wording, version.knownFrom(), version.knownTo()),
            version.feature().properties().text("name").orElse(Wording.NONE)));
  }

  private static String span(Wording wording, Instant from, @Nullable Instant to) {
    return to == null
        ? wording.say("twin.history.since", wording.when(from))
        : wording.say("twin.history.span", wording.when(from), wording.when(to));
  }
}
