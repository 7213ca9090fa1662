package eu.trama.city.twin.imports;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.GeoJson;
import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.Importer;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Staging;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/// Gathers the rows of one table of facilities: a facility stands in as many rows as it has
/// categories.
final class FacilityReading {

  /// @param kinds those that the file itself says
  private record Facility(
      long line, String name, Point at, Set<String> categories, Set<FacilityKind> kinds) {}

  private final ImportFile file;
  private final Optional<FacilityKind> all;
  private final Limits limits;
  private final Findings findings;
  private final Place place;
  private final Map<String, Facility> facilities = new LinkedHashMap<>();

  FacilityReading(ImportFile file, Optional<FacilityKind> all, Limits limits, Findings findings) {
    this.file = file;
    this.all = all;
    this.limits = limits;
    this.findings = findings;
    this.place = new Place(file.city());
  }

  boolean take(Table.Row row) {
    String id = row.get("id");
    if (id.isEmpty()) {
      error(row, "id-missing", "id", row.get("name"), "Give each facility an id.");
      return true;
    }
    Optional<Point> at = position(row);
    if (at.isEmpty()) {
      return true;
    }
    Facility facility = facilities.get(id);
    if (facility == null) {
      if (facilities.size() == limits.features()) {
        throw new BadInput(
            Finding.error(
                "file-too-large",
                file.name(),
                row.line(),
                "",
                limits.features() + " facilities",
                "Cut the file to the city."));
      }
      facility = first(row, at.get());
      facilities.put(id, facility);
    } else if (!facility.name().equals(row.get("name")) || !facility.at().equals(at.get())) {
      error(
          row,
          "id-duplicate",
          "id",
          id,
          "Another facility of line " + facility.line() + " has it; give each its own.");
    }
    facility.categories().add(row.get("cat"));
    addKind(row, facility);
    return true;
  }

  private Facility first(Table.Row row, Point at) {
    if (row.get("name").isEmpty()) {
      error(row, "name-missing", "name", row.get("id"), "Give each facility its name.");
    }
    return new Facility(
        row.line(), row.get("name"), at, new TreeSet<>(), EnumSet.noneOf(FacilityKind.class));
  }

  private void addKind(Table.Row row, Facility facility) {
    String kind = row.get(FacilityImporter.KIND);
    if (all.isPresent()) {
      facility.kinds().add(all.get());
    } else if (!kind.isEmpty()) {
      FacilityKind.named(kind)
          .ifPresentOrElse(
              facility.kinds()::add,
              () ->
                  error(
                      row,
                      "kind-unknown",
                      FacilityImporter.KIND,
                      kind,
                      "Choose school, health or social."));
    }
  }

  private Optional<Point> position(Table.Row row) {
    OptionalDouble lat = row.number("lat", findings);
    OptionalDouble lon = row.number("lon", findings);
    if (lat.isEmpty() || lon.isEmpty()) {
      return Optional.empty();
    }
    var position = new Coordinate(lon.getAsDouble(), lat.getAsDouble());
    Optional<Finding> fault = place.fault(position, file.name(), row.line(), "lat, lon");
    fault.ifPresent(findings);
    return fault.isPresent() ? Optional.empty() : Optional.of(GeoJson.WGS84.createPoint(position));
  }

  /// Hands all facilities on.
  ///
  /// @return how many of each kind, and the kinds for which the file is the list
  Properties finish(Staging.Sink sink) throws IOException {
    var counts = new EnumMap<FacilityKind, Long>(FacilityKind.class);
    for (Map.Entry<String, Facility> each : facilities.entrySet()) {
      Facility facility = each.getValue();
      Set<FacilityKind> kinds =
          facility.kinds().isEmpty()
              ? FacilityKind.of(facility.categories(), facility.name())
              : facility.kinds();
      if (kinds.isEmpty()) {
        findings.accept(
            Finding.warning(
                "kind-unknown",
                file.name(),
                facility.line(),
                "cat",
                facility.name() + ": " + String.join(", ", facility.categories()),
                "Left out, neither school nor health nor social; if the file holds one kind only,"
                    + " say --kind."));
      }
      for (FacilityKind kind : kinds) {
        sink.add(feature(each.getKey(), facility, kind));
        counts.merge(kind, 1L, Long::sum);
      }
    }
    var description = new TreeMap<String, Object>();
    counts.forEach((kind, count) -> description.put(kind.text(), count));
    description.put(Importer.ENDS_KINDS, listed().stream().map(FacilityKind::text).toList());
    return new Properties(description);
  }

  /// The kinds for which the file is the list: those that it names itself, else the one that the
  /// category of more than half of its facilities tells.
  private Set<FacilityKind> listed() {
    var named = EnumSet.noneOf(FacilityKind.class);
    var subjects = new EnumMap<FacilityKind, Integer>(FacilityKind.class);
    for (Facility facility : facilities.values()) {
      named.addAll(facility.kinds());
      facility.categories().stream()
          .flatMap(category -> FacilityKind.subject(category).stream())
          .distinct()
          .forEach(kind -> subjects.merge(kind, 1, Integer::sum));
    }
    if (named.isEmpty()) {
      subjects.forEach((kind, count) -> {
        if (count * 2 > facilities.size()) {
          named.add(kind);
        }
      });
    }
    return named;
  }

  /// The kind is part of the id: a place that serves as two is counted once as each, also when two
  /// lists name it.
  private static Feature feature(String id, Facility facility, FacilityKind kind) {
    var properties = new TreeMap<String, Object>();
    properties.put("kind", kind.text());
    properties.put("name", facility.name());
    List<String> categories =
        facility.categories().stream().filter(category -> !category.isEmpty()).toList();
    if (!categories.isEmpty()) {
      properties.put("categories", categories);
    }
    return new Feature(
        Layers.FACILITIES.name(),
        kind.text() + ":" + id,
        facility.at(),
        new Properties(properties));
  }

  private void error(Table.Row row, String code, String field, String value, String advice) {
    findings.accept(Finding.error(code, file.name(), row.line(), field, value, advice));
  }
}
