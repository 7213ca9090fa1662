package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/// A layer as GeoJSON: streamed, at most [#MOST] features an answer. Those after are had with
/// `after`, the id of the last one.
@Controller
class LayerFile {

  /// Most features of one answer; all named streets of Barcelona are 14,958 segments.
  static final int MOST = 20_000;

  private static final int AT_ONCE = 1_000;
  private static final int USUAL = 1_000;
  private static final int SIDES = 4;

  private final Cities cities;
  private final Twin twin;

  LayerFile(Cities cities, Twin twin) {
    this.cities = cities;
    this.twin = twin;
  }

  @GetMapping("/{city}/layers/{layer}.geojson")
  void file(
      @PathVariable("city") String id,
      @PathVariable("layer") String name,
      @RequestParam(name = "bbox", defaultValue = "") String bbox,
      @RequestParam(name = "valid", defaultValue = "") String valid,
      @RequestParam(name = "known", defaultValue = "") String known,
      @RequestParam(name = "limit", defaultValue = "") String limit,
      @RequestParam(name = "after", defaultValue = "") String after,
      WebRequest request,
      HttpServletResponse response)
      throws IOException {
    City city = cities.require(id);
    LayerSchema schema = Layers.byName(name).orElseThrow(Cities::missing);
    Envelope box = box(bbox);
    int most = limit(limit);
    var snapshot = FixedFile.snapshot(city, new Moment(valid, known), cities.today(city), response);
    String asked = String.join("|", "layer", schema.name(), bbox, String.valueOf(most), after);
    if (!FixedFile.unchanged(snapshot, asked, request)) {
      write(response, snapshot, schema.name(), after, most, box);
    }
  }

  private void write(
      HttpServletResponse response,
      Snapshot snapshot,
      String layer,
      String after,
      int most,
      @Nullable Envelope box)
      throws IOException {
    try (var collection = new Download.Collection(response)) {
      int left = most;
      String last = after;
      while (left > 0) {
        int wanted = Math.min(left, AT_ONCE);
        List<Feature> page = twin.page(snapshot, layer, last, wanted, box);
        for (Feature feature : page) {
          collection.add(feature);
        }
        if (page.size() < wanted) {
          return;
        }
        left -= wanted;
        last = page.getLast().id();
      }
    }
  }

  private static int limit(String text) {
    if (text.isBlank()) {
      return USUAL;
    }
    int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw refused("limit", text, "Give a whole number from 1 to " + MOST + ".");
    }
    return limit;
  }

  /// @param text west, south, east, north in degrees, as RFC 7946 orders them
  private static @Nullable Envelope box(String text) {
    if (text.isBlank()) {
      return null;
    }
    String[] parts = text.split(",", -1);
    double[] sides = new double[SIDES];
    try {
      for (int i = 0; i < SIDES && parts.length == SIDES; i++) {
        sides[i] = Double.parseDouble(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      sides[0] = Double.NaN;
    }
    boolean fits =
        parts.length == SIDES
            && sides[0] >= -180
            && sides[2] <= 180
            && sides[1] >= -90
            && sides[3] <= 90
            && sides[0] <= sides[2]
            && sides[1] <= sides[3];
    if (!fits) {
      throw refused(
          "bbox", text, "Give west,south,east,north in degrees, such as 2.1,41.3,2.2,41.5.");
    }
    return new Envelope(sides[0], sides[2], sides[1], sides[3]);
  }

  private static BadInput refused(String field, String value, String advice) {
    return new BadInput(Finding.error(field, "request", 0, field, value, advice));
  }
}
