package eu.trama.city.twin;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A measure by zone that a model yields.
///
/// @param id unique within its model, such as `people-30-p50`
/// @param measure what is measured, such as `people`; its name and definition are messages of the
///   model's module
/// @param unit of the values, such as `people`
/// @param better which way is better for residents
/// @param facets what distinguishes it from others of the same measure, such as `minutes` = `30`
public record Indicator(
    String id, String measure, String unit, Better better, SortedMap<String, String> facets) {

  public enum Better {
    HIGHER,
    LOWER,
    NEITHER
  }

  public Indicator {
    facets = Collections.unmodifiableSortedMap(new TreeMap<>(facets));
  }
}
