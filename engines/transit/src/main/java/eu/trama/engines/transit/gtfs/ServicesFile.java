package eu.trama.engines.transit.gtfs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads calendar.txt and calendar_dates.txt, of which a feed needs at least one.
final class ServicesFile {
  private static final LocalDate NEVER = LocalDate.of(1970, 1, 1);
  private static final List<String> CALENDAR =
      List.of(
          "*service_id",
          "*monday",
          "*tuesday",
          "*wednesday",
          "*thursday",
          "*friday",
          "*saturday",
          "*sunday",
          "*start_date",
          "*end_date");
  private static final List<String> DATES = List.of("*service_id", "*date", "*exception_type");

  private final List<Draft> drafts = new ArrayList<>();
  private final Ids ids = new Ids();

  private static final class Draft {
    private final String id;
    private int weekdays;
    private LocalDate first = NEVER;
    private LocalDate last = NEVER;
    private final Set<LocalDate> added = new HashSet<>();
    private final Set<LocalDate> removed = new HashSet<>();

    Draft(String id) {
      this.id = id;
    }
  }

  Ids read(Table table, List<Service> services) throws FatalFindingException, InterruptedException {
    boolean calendar = table.read("calendar.txt", CALENDAR, this::calendarRow);
    boolean dates = table.read("calendar_dates.txt", DATES, this::dateRow);
    if (!calendar && !dates) {
      throw new FatalFindingException(
          "missing_file",
          "calendar.txt",
          0,
          "",
          "",
          "a GTFS feed needs calendar.txt or calendar_dates.txt");
    }
    for (Draft draft : drafts) {
      services.add(
          new Service(
              draft.id, draft.weekdays, draft.first, draft.last, draft.added, draft.removed));
    }
    return ids;
  }

  private void calendarRow(Row row) {
    int weekdays = 0;
    for (int day = 0; day < 7; day++) {
      int runs = row.number(1 + day, 0, 1);
      if (runs < 0) {
        if (runs == Row.NONE) {
          row.error("missing_value", 1 + day, "write 0 or 1; the row was left out");
        }
        return;
      }
      weekdays |= runs << day;
    }
    LocalDate first = row.day(8);
    LocalDate last = row.day(9);
    if (first == null || last == null) {
      return;
    }
    if (last.isBefore(first)) {
      row.error("descending_dates", 9, "end_date must not precede start_date");
      return;
    }
    if (ids.add(row, 0)) {
      Draft draft = new Draft(row.text(0));
      draft.weekdays = weekdays;
      draft.first = first;
      draft.last = last;
      drafts.add(draft);
    }
  }

  private void dateRow(Row row) {
    LocalDate day = row.day(1);
    int type = row.number(2, 1, 2);
    String id = row.text(0);
    if (id.isEmpty()) {
      row.error("missing_id", 0, "name a service; the row was left out");
      return;
    }
    if (type == Row.NONE) {
      row.error("missing_value", 2, "write 1 (added) or 2 (removed); the row was left out");
    }
    if (day == null || type < 0) {
      return;
    }
    int number = ids.orNew(id);
    if (number == drafts.size()) {
      drafts.add(new Draft(id));
    }
    Draft draft = drafts.get(number);
    boolean known = draft.added.contains(day) || draft.removed.contains(day);
    if (known) {
      row.error("duplicate_date", 1, "a service may name a day once; the first row was kept");
    } else if (type == 1) {
      draft.added.add(day);
    } else {
      draft.removed.add(day);
    }
  }
}
