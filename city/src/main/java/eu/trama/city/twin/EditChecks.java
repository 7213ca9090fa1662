package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whether steps fit a city: known layer, right shape and properties, references that exist, and
/// what the systems around the twin demand.
@Component
class EditChecks {

  private final Twin twin;
  private final List<FeatureCheck> checks;

  EditChecks(Twin twin, List<FeatureCheck> checks) {
    this.twin = twin;
    this.checks = checks;
  }

  void refuseUnfit(Snapshot base, List<Edit> edits) {
    for (Edit edit : edits) {
      schema(edit.layer());
      refuseTimetable(edit);
    }
    var view = new CityView(twin, base, edits);
    var findings = new ArrayList<Finding>();
    for (Edit edit : edits) {
      view.feature(edit.layer(), edit.id()).ifPresent(feature -> check(feature, view, findings));
    }
    if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
      throw new BadInput(findings);
    }
  }

  /// A feed is a file with its features, which steps could only part from one another.
  private static void refuseTimetable(Edit edit) {
    if (edit.layer().equals(Layers.TIMETABLES.name())) {
      throw new BadInput(
          Finding.error(
              "timetable-imported",
              "scenario",
              0,
              edit.layer(),
              edit.id(),
              "Change or remove its lines and stops; to take another timetable, import it."));
    }
  }

  private void check(Feature feature, CityView view, List<Finding> findings) {
    LayerSchema schema = schema(feature.layer());
    findings.addAll(schema.check(feature, "scenario", 0));
    for (Field field : schema.fields()) {
      if (!field.references().isEmpty()) {
        checkReferences(feature, field, view, findings);
      }
    }
    for (FeatureCheck each : checks) {
      findings.addAll(each.check(feature, view));
    }
  }

  private void checkReferences(
      Feature feature, Field field, CityView view, List<Finding> findings) {
    List<String> ids =
        field.type() == Field.Type.TEXTS
            ? feature.properties().texts(field.name())
            : feature.properties().text(field.name()).map(List::of).orElse(List.of());
    for (String id : ids) {
      Optional<Feature> referred = view.feature(field.references(), id);
      // A line keeps a stop that another step closes: vehicles then pass without stopping.
      boolean closed = twin.feature(view.snapshot(), field.references(), id).isPresent();
      if (referred.isEmpty() && !closed) {
        findings.add(
            Finding.error(
                "reference-unknown",
                "scenario",
                0,
                feature.id() + " " + field.name(),
                id,
                "Choose one of the layer " + field.references() + ", or add it first."));
      }
    }
  }

  private static LayerSchema schema(String layer) {
    return Layers.byName(layer)
        .orElseThrow(() ->
            new BadInput(
                Finding.error(
                    "layer-unknown",
                    "scenario",
                    0,
                    "layer",
                    layer,
                    "Use one of " + Layers.ALL.stream().map(LayerSchema::name).toList() + ".")));
  }
}
