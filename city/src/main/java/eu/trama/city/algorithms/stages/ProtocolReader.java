package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.identity.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Reads a protocol from YAML. A fault in it stops the server: a gate that nobody understands must
/// not stand open.
public final class ProtocolReader {

  private final Map<String, Gate> gates = new LinkedHashMap<>();

  private ProtocolReader() {}

  /// @throws IllegalArgumentException that says which entry is wrong and how
  public static Protocol read(String yaml) {
    Object all = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new ProtocolReader().protocol(map(all, "the file"));
  }

  private Protocol protocol(Map<?, ?> all) {
    map(all.get("gates"), "gates")
        .forEach((id, value) -> {
          Gate gate = gate(String.valueOf(id), map(value, "gate " + id));
          gates.put(gate.id(), gate);
        });
    List<Transition> transitions =
        list(all, "transitions").stream().map(t -> transition(map(t, "a transition"))).toList();
    for (Gate gate : gates.values()) {
      if (transitions.stream().noneMatch(t -> t.gates().contains(gate))) {
        throw new IllegalArgumentException("gate " + gate.id() + " stands on no transition");
      }
    }
    return new Protocol(transitions, Set.copyOf(texts(all, "sourced")));
  }

  private static Gate gate(String id, Map<?, ?> of) {
    List<String> risks = texts(of, "risks");
    List<String> outside = texts(of, "outside");
    return new Gate(
        id,
        text(of, "evidence", id),
        choice(Role::ofKey, text(of, "signer", id), id),
        risks.isEmpty()
            ? Set.of(RiskClass.values())
            : risks.stream()
                .map(r -> choice(RiskClass::ofKey, r, id))
                .collect(Collectors.toUnmodifiableSet()),
        Boolean.TRUE.equals(of.get("people")),
        Boolean.TRUE.equals(of.get("version")),
        outside.contains("maker"),
        outside.contains("signer"),
        text(of, "law", id),
        words(of.get("title"), id),
        words(of.get("text"), id));
  }

  private Transition transition(Map<?, ?> of) {
    String name = of.get("from") + " to " + of.get("to");
    List<String> origins = texts(of, "origins");
    return new Transition(
        choice(Stage::ofKey, text(of, "from", name), name),
        choice(Stage::ofKey, text(of, "to", name), name),
        origins.isEmpty()
            ? Set.copyOf(Arrays.asList(Origin.values()))
            : origins.stream()
                .map(o -> choice(Origin::ofKey, o, name))
                .collect(Collectors.toUnmodifiableSet()),
        texts(of, "movers").stream()
            .map(r -> choice(Role::ofKey, r, name))
            .collect(Collectors.toUnmodifiableSet()),
        texts(of, "gates").stream()
            .map(g -> choice(key -> Optional.ofNullable(gates.get(key)), g, name))
            .toList());
  }

  private static Texts words(@Nullable Object value, String where) {
    var byTag = new TreeMap<String, String>();
    map(value, "texts of " + where)
        .forEach((tag, text) -> byTag.put(String.valueOf(tag), String.valueOf(text)));
    if (!byTag.keySet().equals(Set.of("ca", "en", "es", "it"))) {
      throw new IllegalArgumentException(where + " must be told in ca, en, es and it");
    }
    return new Texts(byTag);
  }

  private static <T> T choice(Function<String, Optional<T>> of, String key, String where) {
    return of.apply(key)
        .orElseThrow(() -> new IllegalArgumentException(where + ": unknown word " + key));
  }

  private static String text(Map<?, ?> of, String key, String where) {
    if (of.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException(where + " lacks " + key);
  }

  private static List<String> texts(Map<?, ?> of, String key) {
    return list(of, key).stream().map(String::valueOf).toList();
  }

  private static List<?> list(Map<?, ?> of, String key) {
    return of.get(key) instanceof List<?> list ? list : List.of();
  }

  private static Map<?, ?> map(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(where + " must hold names and values");
  }
}
