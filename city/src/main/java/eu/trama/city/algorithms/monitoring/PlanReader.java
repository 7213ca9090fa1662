package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads `packs/algorithms/monitoring/*.yaml`, the thresholds of one system each. A fault in one
/// stops the server: what nobody understands must not be taken for watched.
final class PlanReader {

  private static final int MOST = 40;
  private static final int LEAST_CASES = 20;
  private static final int LONGEST = 500;
  private static final double MOST_LIMIT = 10;

  private final String file;

  private PlanReader(String file) {
    this.file = file;
  }

  /// @param file to be named in faults
  /// @throws IllegalArgumentException that says which entry is wrong and how
  static Plan read(String file, String yaml) {
    Object all;
    try {
      all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    return new PlanReader(file).plan(all);
  }

  private Plan plan(@Nullable Object all) {
    if (!(all instanceof Map<?, ?> map)) {
      throw fault("holds no names and values");
    }
    String id = text(map, "system", "the file");
    if (!SystemId.FORM.matcher(id).matches()) {
      throw fault("no id of a system: " + id);
    }
    if (!(map.get("thresholds") instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
      throw fault("thresholds must be a list of 1 to " + MOST);
    }
    var thresholds = new ArrayList<Threshold>();
    var keys = new HashSet<String>();
    for (Object each : list) {
      String where = "threshold " + (thresholds.size() + 1);
      if (!(each instanceof Map<?, ?> of)) {
        throw fault(where + " holds no names and values");
      }
      Threshold threshold = threshold(of, where);
      if (!keys.add(threshold.key())) {
        throw fault(where + ": " + threshold.key() + " is there twice");
      }
      thresholds.add(threshold);
    }
    return new Plan(new SystemId(id), thresholds);
  }

  private Threshold threshold(Map<?, ?> of, String where) {
    Optional<Measure> measure = Measure.ofKey(text(of, "measure", where));
    if (measure.isEmpty()) {
      throw fault(where + ": unknown measure " + of.get("measure"));
    }
    boolean needs = measure.get().of() != Measure.Of.NOTHING;
    if (needs != of.containsKey("of")) {
      throw fault(where + (needs ? " lacks of" : ": of has no meaning here"));
    }
    String limit = measure.get().atLeast() ? "at-least" : "at-most";
    if (!(of.get(limit) instanceof Number number)
        || !(number.doubleValue() >= 0 && number.doubleValue() <= MOST_LIMIT)) {
      throw fault(where + " lacks a number " + limit);
    }
    if (!(of.get("cases") instanceof Integer cases) || cases < LEAST_CASES) {
      throw fault(where + ": cases must be " + LEAST_CASES + " or more");
    }
    return new Threshold(
        measure.get(),
        needs ? text(of, "of", where) : "",
        number.doubleValue(),
        cases,
        text(of, "law", where));
  }

  private String text(Map<?, ?> of, String key, String where) {
    if (of.get(key) instanceof String text && !text.isBlank() && text.length() <= LONGEST) {
      return text;
    }
    throw fault(where + " lacks " + key);
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(file + ": " + what);
  }
}
