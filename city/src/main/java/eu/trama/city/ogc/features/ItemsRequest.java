package eu.trama.city.ogc.features;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.Area;
import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerQuery;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Settled;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.Validity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is asked of a collection's items.
///
/// @param start where the page begins, as the page before said
/// @param pinned whether both times are fixed by the address, so that the answer never changes; not
///   so where it names a time of learning that this server has not seen, as another's link may
record ItemsRequest(LayerQuery query, int limit, Crs crs, String start, boolean pinned) {

  /// Pages hold this many features where nothing is said.
  static final int USUAL = 100;

  /// More are given page by page.
  static final int MOST = 10_000;

  /// Pins what the twin knew, so that the pages of one reading fit together while data change.
  static final String KNOWN = "known";

  /// Where a page begins; part of the links to next pages only.
  static final String START = "start";

  private static final Set<String> OWN =
      Set.of("limit", "bbox", "bbox-crs", "crs", "datetime", KNOWN, START);

  /// Properties that a parameter can select by: those with one value.
  static List<Field> selectable(LayerSchema schema) {
    return schema.fields().stream()
        .filter(field ->
            switch (field.type()) {
              case TEXT, WHOLE, NUMBER, FLAG -> true;
              case TEXTS, NUMBERS -> false;
            })
        .filter(field -> !OWN.contains(field.name()) && !Asked.EVERYWHERE.contains(field.name()))
        .toList();
  }

  static ItemsRequest read(Asked asked, Twin twin, LayerSchema schema) {
    List<Field> fields = selectable(schema);
    var names = new HashSet<>(OWN);
    fields.forEach(field -> names.add(field.name()));
    asked.only(names);
    Settled settled = settled(asked, twin);
    Snapshot snapshot = settled.snapshot();
    Validity when =
        asked.value("datetime").map(Times::read).orElse(Validity.at(snapshot.asOf().valid()));
    var query =
        new LayerQuery(
            snapshot.city(),
            schema.name(),
            snapshot.asOf().known(),
            when,
            null,
            equal(asked, fields));
    Crs bboxCrs = crs(asked, "bbox-crs");
    var bbox = asked.value("bbox");
    if (bbox.isPresent()) {
      Area area = Boxes.read(bbox.get(), bboxCrs);
      query = query.in(area);
    }
    boolean pinned =
        settled.forEver()
            && asked.value("datetime").isPresent()
            && known(asked).filter(at -> !at.isAfter(snapshot.asOf().known())).isPresent();
    return new ItemsRequest(
        query, limit(asked), crs(asked, "crs"), asked.value(START).orElse(""), pinned);
  }

  /// The city as the twin knows it now, or knew it at `known`; the same instants for as long as
  /// nothing changes.
  static Settled settled(Asked asked, Twin twin) {
    Snapshot today = twin.today(asked.city().id());
    Instant known = known(asked).filter(today.asOf().known()::isAfter).orElse(today.asOf().known());
    return twin.settled(new Snapshot(today.city(), new AsOf(today.asOf().valid(), known)));
  }

  private static Optional<Instant> known(Asked asked) {
    return asked.value(KNOWN).map(text -> instant(KNOWN, text));
  }

  private static Instant instant(String name, String text) {
    try {
      return Times.instant(text, text);
    } catch (Problem e) {
      throw Problem.parameter(name, text, "Take the link to the next page as it is.");
    }
  }

  static Crs crs(Asked asked, String parameter) {
    return asked
        .value(parameter)
        .map(uri -> Crs.named(asked.city(), parameter, uri))
        .orElse(Crs.CRS84);
  }

  private static int limit(Asked asked) {
    String text = asked.value("limit").orElse(Integer.toString(USUAL));
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < 1) {
      throw Problem.parameter("limit", text, "Give a whole number from 1 to " + MOST + ".");
    }
    return (int) Math.min(Long.parseLong(text), MOST);
  }

  private static SortedMap<String, Object> equal(Asked asked, List<Field> fields) {
    var equal = new TreeMap<String, Object>();
    for (Field field : fields) {
      asked.value(field.name()).ifPresent(text -> equal.put(field.name(), value(field, text)));
    }
    return equal;
  }

  private static Object value(Field field, String text) {
    return switch (field.type()) {
      case FLAG -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw Problem.parameter(field.name(), text, "Give true or false.");
        }
        yield Boolean.valueOf(text);
      }
      case WHOLE, NUMBER -> number(field, text);
      default -> text;
    };
  }

  private static Object number(Field field, String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? (Object) (long) number : (Object) number;
      }
    } catch (NumberFormatException e) {
      // Refused below, as is what is no finite number.
    }
    throw Problem.parameter(field.name(), text, "Give a number.");
  }
}
