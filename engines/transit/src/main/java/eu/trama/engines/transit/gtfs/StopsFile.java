package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import eu.trama.engines.transit.geo.LocalPlane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Reads stops.txt. A location without sound coordinates is left out: NaN, off the globe, at 0/0,
/// or swapped. Swapped is said where the swapped place lies in the expected area, or, with no area
/// given, within 300 km of the median stop while the written one does not.
final class StopsFile {
  static final String NAME = "stops.txt";
  private static final double NEAR_METRES = 300_000;
  private static final List<String> COLUMNS =
      List.of("*stop_id", "stop_name", "*stop_lat", "*stop_lon", "location_type", "parent_station");

  private final List<Draft> drafts = new ArrayList<>();
  private final Ids seen = new Ids();
  private final Findings findings;
  private final Optional<ReadOptions.Area> area;

  private record Draft(
      String id,
      String name,
      double latitude,
      double longitude,
      int type,
      String parent,
      long line) {}

  StopsFile(Findings findings, Optional<ReadOptions.Area> area) {
    this.findings = findings;
    this.area = area;
  }

  /// Reads the file into `stops`, numbered by `ids`.
  void read(Table table, List<Feed.Stop> stops, Ids ids)
      throws FatalFindingException, InterruptedException {
    if (!table.read(NAME, COLUMNS, this::row)) {
      throw new FatalFindingException(
          "missing_file", NAME, 0, "", "", "a GTFS feed needs " + NAME + "; is this one?");
    }
    List<Draft> sound = new ArrayList<>();
    double latitude = median(Draft::latitude);
    double longitude = median(Draft::longitude);
    for (Draft draft : drafts) {
      if (inPlace(draft, latitude, longitude)) {
        sound.add(draft);
        ids.orNew(draft.id);
      }
    }
    for (Draft draft : sound) {
      int parent = draft.parent.isEmpty() ? -1 : ids.of(draft.parent);
      if (parent < 0 && !draft.parent.isEmpty()) {
        findings.warning(
            "unknown_parent_station",
            NAME,
            draft.line,
            "parent_station",
            draft.parent,
            "name a station of this file; the stop was kept without one");
      }
      stops.add(
          new Feed.Stop(draft.id, draft.name, draft.latitude, draft.longitude, draft.type, parent));
    }
  }

  private void row(Row row) {
    int type = row.number(4, 0, 4);
    if (type == Row.BAD || !seen.add(row, 0)) {
      return;
    }
    double latitude = row.decimal(2);
    double longitude = row.decimal(3);
    int bad = latitudeBad(latitude) ? 2 : 3;
    if (!LocalPlane.onGlobe(latitude, longitude)) {
      boolean swapped = LocalPlane.onGlobe(longitude, latitude);
      row.error(
          swapped ? "swapped_coordinates" : "bad_coordinate",
          bad,
          "write WGS 84 degrees, latitude within 90, longitude within 180");
    } else if (latitude == 0 && longitude == 0) {
      row.error("bad_coordinate", 2, "0, 0 lies in the Atlantic; write where the stop is");
    } else {
      drafts.add(
          new Draft(
              row.text(0),
              row.text(1),
              latitude,
              longitude,
              Math.max(type, 0),
              row.text(5),
              row.line()));
    }
  }

  private static boolean latitudeBad(double latitude) {
    return !(Math.abs(latitude) <= 90);
  }

  private boolean inPlace(Draft stop, double latitude, double longitude) {
    boolean inside;
    boolean swappedInside;
    if (area.isPresent()) {
      inside = area.get().contains(stop.latitude, stop.longitude);
      swappedInside = area.get().contains(stop.longitude, stop.latitude);
    } else {
      inside = LocalPlane.metres(stop.latitude, stop.longitude, latitude, longitude) <= NEAR_METRES;
      swappedInside =
          LocalPlane.metres(stop.longitude, stop.latitude, latitude, longitude) <= NEAR_METRES;
    }
    String value = stop.latitude + ", " + stop.longitude;
    if (!inside && swappedInside) {
      findings.error(
          "swapped_coordinates",
          NAME,
          stop.line,
          "stop_lat",
          value,
          "latitude and longitude seem to be swapped; the stop was left out");
      return false;
    }
    if (!inside && area.isPresent()) {
      findings.warning(
          "stop_outside_area", NAME, stop.line, "stop_lat", value, "check where the stop is");
    }
    return true;
  }

  private double median(ToDoubleFunction<Draft> coordinate) {
    double[] values = drafts.stream().mapToDouble(coordinate).toArray();
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }
}
