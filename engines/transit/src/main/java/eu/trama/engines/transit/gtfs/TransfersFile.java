package eu.trama.engines.transit.gtfs;

import java.util.ArrayList;
import java.util.List;

/// Reads transfers.txt, types 0 to 3. Rows for certain routes or trips, and types 4 and 5 (staying
/// on board), are left out with a warning.
final class TransfersFile {
  static final List<String> COLUMNS =
      List.of(
          "from_stop_id",
          "to_stop_id",
          "transfer_type",
          "min_transfer_time",
          "from_route_id",
          "to_route_id",
          "from_trip_id",
          "to_trip_id");

  private final Ids stops;
  private final List<Feed.Transfer> rows = new ArrayList<>();

  TransfersFile(Ids stops) {
    this.stops = stops;
  }

  List<Feed.Transfer> rows() {
    return rows;
  }

  void row(Row row) {
    for (int field = 4; field < 8; field++) {
      if (!row.text(field).isEmpty()) {
        row.warning("transfer_by_route", field, "not supported yet; the row was left out");
        return;
      }
    }
    int kind = row.number(2, 0, 5);
    if (kind > 3) {
      row.warning("transfer_on_board", 2, "not supported yet; the row was left out");
      return;
    }
    int from = stops.find(row, 0, "unknown_stop", StopsFile.NAME);
    int to = stops.find(row, 1, "unknown_stop", StopsFile.NAME);
    int seconds = row.number(3, 0, 86_400);
    if (kind == Row.BAD || seconds == Row.BAD || from < 0 || to < 0) {
      return;
    }
    if (kind == 2 && seconds == Row.NONE) {
      row.error("missing_value", 3, "type 2 needs a minimum time; the row was left out");
      return;
    }
    rows.add(new Feed.Transfer(from, to, Math.max(kind, 0), kind == 2 ? seconds : 0));
  }
}
