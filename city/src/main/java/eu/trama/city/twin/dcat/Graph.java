package eu.trama.city.twin.dcat;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Linked data (RDF 1.1): resources and what is said of them, in the order it was said.
public final class Graph {

  /// Short names of vocabularies, by which predicates, types and data types are written.
  static final Map<String, String> PREFIXES = prefixes();

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  /// A resource, to say more of.
  ///
  /// @param iri its whole address
  public Resource about(String iri) {
    return resources.computeIfAbsent(iri, Resource::new);
  }

  Collection<Resource> resources() {
    return Collections.unmodifiableCollection(resources.values());
  }

  private static Map<String, String> prefixes() {
    var prefixes = new LinkedHashMap<String, String>();
    prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
    prefixes.put("geo", "http://www.opengis.net/ont/geosparql#");
    prefixes.put("hydra", "http://www.w3.org/ns/hydra/core#");
    prefixes.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    return Collections.unmodifiableMap(prefixes);
  }
}
