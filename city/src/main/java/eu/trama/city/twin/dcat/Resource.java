package eu.trama.city.twin.dcat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A thing and what is said of it. One without an address stands within another.
///
/// Predicates and types are written with their prefix, such as `dct:title`.
public final class Resource {

  /// What may be said of a thing.
  sealed interface Value {}

  record Link(String iri) implements Value {}

  /// @param language BCP 47 tag; empty where it is not known
  record Text(String text, String language) implements Value {}

  record Typed(String text, String type) implements Value {}

  record Within(Resource resource) implements Value {}

  private final String iri;
  private final List<String> types = new ArrayList<>();
  private final Map<String, List<Value>> statements = new LinkedHashMap<>();

  Resource(String iri) {
    this.iri = iri;
  }

  /// A thing that has no address of its own.
  public static Resource unnamed(String type) {
    return new Resource("").type(type);
  }

  public String iri() {
    return iri;
  }

  List<String> types() {
    return Collections.unmodifiableList(types);
  }

  Map<String, List<Value>> statements() {
    return Collections.unmodifiableMap(statements);
  }

  public Resource type(String type) {
    if (!types.contains(type)) {
      types.add(type);
    }
    return this;
  }

  public Resource link(String predicate, String iri) {
    return say(predicate, new Link(iri));
  }

  public Resource text(String predicate, String text) {
    return text(predicate, text, "");
  }

  public Resource text(String predicate, String text, String language) {
    return say(predicate, new Text(text, language));
  }

  /// @param type such as `xsd:date`
  public Resource typed(String predicate, String text, String type) {
    return say(predicate, new Typed(text, type));
  }

  public Resource within(String predicate, Resource unnamed) {
    return say(predicate, new Within(unnamed));
  }

  private Resource say(String predicate, Value value) {
    List<Value> values = statements.computeIfAbsent(predicate, p -> new ArrayList<>());
    if (!values.contains(value)) {
      values.add(value);
    }
    return this;
  }
}
