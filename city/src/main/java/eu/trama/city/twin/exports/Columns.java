package eu.trama.city.twin.exports;

import eu.trama.city.twin.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// The columns of a layer as a table.
final class Columns {

  static final String ID = "id";
  static final String GEOMETRY = "geometry";

  private Columns() {}

  /// What the columns of the properties are called, in their order: as the properties are, with a
  /// low line after it where the name is taken.
  ///
  /// @param taken names of columns before them, beside the id's
  static List<String> names(LayerContent content, List<String> taken) {
    var used = new HashSet<>(taken);
    used.add(ID);
    var names = new ArrayList<String>();
    for (Field field : content.fields()) {
      String name = field.name();
      while (!used.add(name)) {
        name = name + "_";
      }
      names.add(name);
    }
    return names;
  }
}
