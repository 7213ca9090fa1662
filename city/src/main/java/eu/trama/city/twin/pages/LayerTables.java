package eu.trama.city.twin.pages;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Field;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.LocalMetres;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.DataTable.Column;
import eu.trama.city.web.part.DataTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Layers and their features in tables.
public final class LayerTables {

  private static final int LONGEST_CELL = 80;

  private LayerTables() {}

  /// Buildings come with no pack: they are named only where somebody imported them.
  static List<Overview.LayerLine> lines(Wording wording, SortedMap<String, Long> counts) {
    return Layers.ALL.stream()
        .filter(layer -> !layer.equals(Layers.BUILDINGS) || counts.containsKey(layer.name()))
        .map(layer ->
            new Overview.LayerLine(
                wording.say("twin.layer." + layer.name()),
                wording.say("twin.layer.about." + layer.name()),
                "/" + wording.city().id() + "/layers/" + layer.name(),
                wording.words().number(counts.getOrDefault(layer.name(), 0L))))
        .toList();
  }

  /// A page of a layer: the name or id, then the layer's own properties.
  static DataTable features(
      Wording wording, LayerSchema schema, List<Feature> features, long total, String query) {
    var fields =
        schema.fields().stream()
            .filter(field -> !field.name().equals("name"))
            .filter(field -> features.stream().anyMatch(f -> f.properties().has(field.name())))
            .toList();
    var columns = new ArrayList<Column>();
    columns.add(Column.text(wording.say("twin.name")));
    for (Field field : fields) {
      boolean number = field.type() == Field.Type.NUMBER || field.type() == Field.Type.WHOLE;
      columns.add(
          new Column(field(wording.words(), field.name()), number, java.util.Optional.empty()));
    }
    return new DataTable(
        "features",
        wording.say("twin.layer.caption", features.size(), total),
        columns,
        features.stream().map(feature -> row(wording, schema, fields, feature, query)).toList(),
        true);
  }

  private static Row row(
      Wording wording, LayerSchema schema, List<Field> fields, Feature feature, String query) {
    var cells = new ArrayList<String>();
    cells.add(name(feature));
    for (Field field : fields) {
      Object value = feature.properties().values().get(field.name());
      cells.add(
          value == null ? Wording.NONE : shortened(shown(wording.words(), field.name(), value)));
    }
    // Only zones are selected on a map.
    return new Row(
        schema.equals(Layers.ZONES) ? feature.id() : "",
        "/%s/layers/%s/%s%s"
            .formatted(wording.city().id(), schema.name(), Paths.segment(feature.id()), query),
        cells);
  }

  static String name(Feature feature) {
    return feature.properties().text("name").orElse(feature.id());
  }

  /// The name of a property in the reader's language, or as it is where the twin has no word.
  public static String field(Words words, String name) {
    return words.messages().keys(words.language()).contains("twin.field." + name)
        ? words.say("twin.field." + name)
        : name;
  }

  /// A value of a property in the reader's language.
  public static String shown(Words words, String name, Object value) {
    return switch (value) {
      case Long whole when name.equals("year") -> whole.toString();
      case Long whole -> words.number(whole);
      case Double number -> words.number(number, 5).replaceAll("0+$", "");
      case Boolean flag -> words.say("twin.flag." + flag);
      case List<?> list ->
          list.stream().map(each -> shown(words, name, each)).collect(Collectors.joining(", "));
      default -> coded(words, name, value.toString());
    };
  }

  /// Words for values that are codes: the mode of a line, the kind of a facility.
  private static String coded(Words words, String name, String value) {
    String key = "twin.code." + name + "." + value;
    return words.messages().keys(words.language()).contains(key)
        ? words.say("twin.code." + name + "." + value)
        : value;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
  }

  static DataTable schema(Wording wording, LayerSchema schema) {
    var rows =
        schema.fields().stream()
            .map(field ->
                Row.of(
                    "",
                    field.name(),
                    field(wording.words(), field.name()),
                    wording.say("twin.type." + field.type().name().toLowerCase(Locale.ROOT)),
                    wording.say("twin.flag." + field.required()),
                    field.unit().isEmpty() ? Wording.NONE : field.unit()))
            .toList();
    return new DataTable(
        "schema",
        wording.say("twin.schema.caption"),
        List.of(
            Column.text(wording.say("twin.schema.key")),
            Column.text(wording.say("twin.name")),
            Column.text(wording.say("twin.schema.type")),
            Column.text(wording.say("twin.schema.required")),
            Column.text(wording.say("twin.schema.unit"))),
        rows,
        false);
  }

  static List<ZonePage.Fact> properties(Wording wording, Feature feature) {
    var facts = new ArrayList<ZonePage.Fact>();
    facts.add(new ZonePage.Fact(wording.say("twin.id"), feature.id()));
    feature
        .properties()
        .values()
        .forEach((name, value) ->
            facts.add(
                new ZonePage.Fact(
                    field(wording.words(), name), shown(wording.words(), name, value))));
    var geometry = feature.geometry();
    if (geometry != null && geometry.getDimension() == 1) {
      double metres = LocalMetres.of(wording.city()).fromDegrees(geometry).getLength();
      facts.add(
          new ZonePage.Fact(
              wording.say("twin.length"),
              wording.say("twin.kilometres", wording.words().number(metres / 1000, 2))));
    }
    if (geometry != null && geometry.getDimension() == 0) {
      var at = geometry.getCoordinate();
      facts.add(
          new ZonePage.Fact(
              wording.say("twin.place"), String.format(Locale.ROOT, "%.5f, %.5f", at.y, at.x)));
    }
    return facts;
  }
}
