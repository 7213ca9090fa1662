package eu.trama.city.twin.imports;

import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/// A feature as it stands in a file.
///
/// @param line where it begins
/// @param properties text, numbers and flags; what is null or nested is left out
/// @param geometry in degrees WGS 84, x is longitude; checked to lie in the city's surroundings
record GeoFeature(
    String file, long line, String id, Map<String, Object> properties, Geometry geometry) {

  /// The text of a property; empty where it is missing, null or a lone dash.
  String text(String property) {
    Object value = properties.get(property);
    String text = value == null ? "" : value.toString().strip();
    return text.equals("-") ? "" : text;
  }

  void error(Findings findings, String code, String field, String value, String advice) {
    findings.accept(Finding.error(code, file, line, field, value, advice));
  }

  void warning(Findings findings, String code, String field, String value, String advice) {
    findings.accept(Finding.warning(code, file, line, field, value, advice));
  }
}
