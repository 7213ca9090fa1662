package eu.trama.city.algorithms.exchange;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads a file of another register: one object, or a list of them.
public final class ImportFile {

  /// Letters of a file.
  public static final int LONGEST = 2_000_000;

  private static final int MOST = 200;

  private ImportFile() {}

  /// @throws BadInput where nothing of it can be taken
  public static List<Imported> read(Standard standard, String text) {
    if (text.length() > LONGEST) {
      throw refused(standard, "file-too-long", "Send at most 2 MB at once.");
    }
    JsonNode all = Json.readOutside(text, standard.key());
    List<JsonNode> objects = new ArrayList<>();
    if (all.isArray()) {
      all.forEach(objects::add);
    } else {
      objects.add(all);
    }
    if (objects.isEmpty() || objects.size() > MOST) {
      throw refused(standard, "entries-count", "Send between 1 and 200 entries at once.");
    }
    var read = new ArrayList<Imported>();
    Set<String> ids = new HashSet<>();
    for (JsonNode object : objects) {
      int number = read.size() + 1;
      if (!object.isObject()) {
        throw refused(standard, "entry-not-object", "Entry " + number + " must be an object.");
      }
      Imported one = standard.read(object, number);
      if (!ids.add(one.id().value())) {
        throw refused(
            standard, "entry-twice", "Two entries are called " + one.id() + ": send one of them.");
      }
      read.add(one);
    }
    return List.copyOf(read);
  }

  private static BadInput refused(Standard standard, String code, String advice) {
    return new BadInput(Finding.error(code, standard.key(), 0, "", "", advice));
  }
}
