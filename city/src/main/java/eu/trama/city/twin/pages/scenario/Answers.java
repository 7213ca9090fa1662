package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.GeoJson;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/// Reads what people type into forms. A comma stands for a decimal point as well.
final class Answers {

  private static final int SECONDS_PER_MINUTE = 60;

  private Answers() {}

  static double number(String field, String text, double least, double most) {
    String written = text.strip().replace(',', '.');
    double number =
        written.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(written) : Double.NaN;
    if (!(number >= least && number <= most)) {
      throw Editing.refused(
          "number-range", field, text, "Give a number from " + least + " to " + most + ".");
    }
    return number;
  }

  /// An interval between departures, typed in minutes.
  static long seconds(String field, String minutes) {
    double least = (double) Headway.LEAST / SECONDS_PER_MINUTE;
    double most = (double) Headway.MOST / SECONDS_PER_MINUTE;
    try {
      return Math.round(number(field, minutes, least, most) * SECONDS_PER_MINUTE);
    } catch (eu.trama.city.twin.BadInput refused) {
      throw Editing.refused("headway-range", field, minutes, "Give 1 to 120 minutes.");
    }
  }

  static Point place(String lat, String lon) {
    try {
      return GeoJson.WGS84.createPoint(
          new Coordinate(number("lon", lon, -180, 180), number("lat", lat, -90, 90)));
    } catch (eu.trama.city.twin.BadInput refused) {
      throw Editing.refused(
          "place",
          "lat",
          lat + " " + lon,
          "Give latitude and longitude in degrees, or use the map.");
    }
  }
}
