package eu.trama.engines.transit;

import eu.trama.engines.transit.walking.Street;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the real street file, a JSON list of objects with `id` and polylines of [lat, lon].
public final class BarcelonaStreets {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"id\":\\s*\"([^\"]*)\"|\\[\\s*(-?[0-9.]+)\\s*,\\s*(-?[0-9.]+)\\s*\\]\\s*(\\])?");

  private BarcelonaStreets() {}

  public static List<Street> read() throws IOException {
    String json = Files.readString(RealData.file("barcelona/streets/streets.json"));
    List<Street> streets = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    String id = "";
    Matcher token = TOKEN.matcher(json);
    while (token.find()) {
      if (token.group(1) != null) {
        id = token.group(1);
        continue;
      }
      points.add(
          new double[] {Double.parseDouble(token.group(2)), Double.parseDouble(token.group(3))});
      if (token.group(4) != null) {
        streets.add(
            new Street(
                id,
                points.stream().mapToDouble(p -> p[0]).toArray(),
                points.stream().mapToDouble(p -> p[1]).toArray()));
        points.clear();
      }
    }
    return streets;
  }
}
