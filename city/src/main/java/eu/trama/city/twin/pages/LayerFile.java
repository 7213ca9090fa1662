package eu.trama.city.twin.pages;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.Snapshot;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.exports.LayerContent;
import eu.trama.city.twin.exports.LayerFormat;
import eu.trama.city.web.Link;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/// A whole layer as a file, written as it is read, whatever its size. What is asked for part by
/// part is had through OGC API Features.
@Controller
class LayerFile {

  private static final int SIDES = 4;

  private final Cities cities;
  private final Twin twin;

  LayerFile(Cities cities, Twin twin) {
    this.cities = cities;
    this.twin = twin;
  }

  /// Where a layer can be had as a file, at a point in both times.
  static List<Link> links(Words words, Snapshot at, LayerSchema schema) {
    return LayerFormat.of(schema).stream()
        .map(format ->
            Link.to(
                words.say("twin.format." + format.ending()),
                "/%s/layers/%s.%s?valid=%s&known=%s"
                    .formatted(
                        at.city(),
                        schema.name(),
                        format.ending(),
                        at.asOf().valid(),
                        at.asOf().known())))
        .toList();
  }

  /// @param limit for whoever wants to look at a few; the first in the order of their ids
  @GetMapping({
    "/{city}/layers/{layer}.geojson",
    "/{city}/layers/{layer}.csv",
    "/{city}/layers/{layer}.parquet",
    "/{city}/layers/{layer}.cityjson"
  })
  void file(
      @PathVariable("city") String id,
      @PathVariable("layer") String name,
      @RequestParam(name = "bbox", defaultValue = "") String bbox,
      @RequestParam(name = "valid", defaultValue = "") String valid,
      @RequestParam(name = "known", defaultValue = "") String known,
      @RequestParam(name = "limit", defaultValue = "") String limit,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    City city = cities.require(id);
    LayerSchema schema = Layers.byName(name).orElseThrow(Cities::missing);
    String path = request.getRequest().getRequestURI();
    String ending = path.substring(path.lastIndexOf('.') + 1);
    LayerFormat format = LayerFormat.of(schema, ending).orElseThrow(Cities::missing);
    Envelope box = box(bbox);
    long most = limit(limit);
    var asked = FixedFile.snapshot(city, new Moment(valid, known), cities.today(city), response);
    Snapshot snapshot = twin.settled(asked).snapshot();
    response.setContentType(format.mediaType());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"%s-%s.%s\"".formatted(id, name, ending));
    if (!FixedFile.unchanged(snapshot, String.join("|", name, ending, bbox, limit), request)
        && !HttpMethod.HEAD.equals(request.getHttpMethod())) {
      var content = LayerContent.of(twin, city, snapshot, schema, box, most);
      format.write(content, response.getOutputStream());
    }
  }

  private static long limit(String text) {
    if (text.isBlank()) {
      return Long.MAX_VALUE;
    }
    int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (limit < 1) {
      throw refused("limit", text, "Give a whole number of 1 or more.");
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
