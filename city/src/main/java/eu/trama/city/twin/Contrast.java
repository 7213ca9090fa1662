package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;

/// Two cities by one indicator: every zone of both beside the mean over the residents of both. The
/// zones of one have no counterpart in the other, so this is the difference that can be drawn.
///
/// @param rows the zones of the one city, then those of the other
/// @param mean over the residents of both, each zone counting as many times as it has people
public record Contrast(List<Row> rows, double mean) {

  /// @param city id of the zone's city
  /// @param difference of the value from the mean of both cities
  public record Row(String city, Zone zone, double value, double difference) {
    /// Unique among the zones of both cities.
    public String id() {
      return city + "/" + zone.id();
    }
  }

  /// One city's zones with their values.
  public record Side(String city, Comparison values) {}

  public static Contrast of(Side one, Side other) {
    double people = 0;
    double sum = 0;
    for (Side side : List.of(one, other)) {
      for (Comparison.Row row : side.values().rows()) {
        double residents = row.zone().population().orElse(0);
        people += residents;
        sum += residents * row.after();
      }
    }
    double mean = people == 0 ? 0 : sum / people;
    var rows = new ArrayList<Row>();
    for (Side side : List.of(one, other)) {
      for (Comparison.Row row : side.values().rows()) {
        rows.add(new Row(side.city(), row.zone(), row.after(), row.after() - mean));
      }
    }
    return new Contrast(List.copyOf(rows), mean);
  }
}
