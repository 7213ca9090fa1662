package eu.trama.city.web.map;

import eu.trama.city.web.Words;
import eu.trama.city.web.chart.Legend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A map beside a table that says the same. Drawn by `web/part/map.jte`; `js/map.js` opens it.
///
/// @param id unique on the page
/// @param tableId the [eu.trama.city.web.part.DataTable] that says the same: a map without one is
///   refused, since not everybody can see or point at a map
/// @param label what the map shows, in words
/// @param legends what the colours mean
/// @param sources whose data is drawn, as their licences ask to be named
public record MapPanel(
    String id,
    String tableId,
    String label,
    Extent extent,
    List<MapLayer> layers,
    List<Legend> legends,
    String sources) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public MapPanel {
    if (tableId.isBlank()) {
      throw new IllegalArgumentException("map " + id + " has no table that says the same");
    }
  }

  /// The symbols and lines that the key explains.
  public List<MapLayer.Symbol> symbols() {
    return layers.stream()
        .flatMap(l ->
            l instanceof MapLayer.Points p
                ? p.symbols().stream()
                : List.<MapLayer.Symbol>of().stream())
        .toList();
  }

  public List<MapLayer.Lines> lines() {
    return layers.stream()
        .flatMap(l ->
            l instanceof MapLayer.Lines lines
                ? List.of(lines).stream()
                : List.<MapLayer.Lines>of().stream())
        .toList();
  }

  /// What the script needs, as JSON.
  public String config(Words words) {
    var config = new LinkedHashMap<String, Object>();
    config.put("table", tableId);
    config.put("extent", List.of(extent.west(), extent.south(), extent.east(), extent.north()));
    config.put("layers", layers.stream().map(MapPanel::layer).toList());
    config.put(
        "words",
        Map.of(
            "selected", words.say("web.map.selected", "{0}"),
            "middle", words.say("web.map.middle", "{0}"),
            "cleared", words.say("web.map.cleared"),
            "failed", words.say("web.map.failed"),
            "show", words.say("web.map.show"),
            "close", words.say("web.map.close")));
    return JSON.writeValueAsString(config);
  }

  private static Map<String, Object> layer(MapLayer layer) {
    var json = new LinkedHashMap<String, Object>();
    json.put("url", layer.url());
    switch (layer) {
      case MapLayer.Zones zones -> {
        json.put("kind", "zones");
        zones.colours().ifPresent(c -> json.putAll(colours(c)));
      }
      case MapLayer.Lines lines -> {
        json.put("kind", "lines");
        json.put("colour", lines.colourProperty());
        json.put("stroke", key(lines.stroke()));
      }
      case MapLayer.Points points -> {
        json.put("kind", "points");
        json.put("property", points.kindProperty());
        var signs = new LinkedHashMap<String, Map<String, String>>();
        for (var symbol : points.symbols()) {
          signs.put(
              symbol.kind(), Map.of("shape", key(symbol.shape()), "mark", key(symbol.mark())));
        }
        json.put("signs", signs);
      }
    }
    return json;
  }

  private static Map<String, Object> colours(MapLayer.Colours colours) {
    var breaks = colours.breaks();
    var tokens = new ArrayList<String>();
    for (int i = 0; i < breaks.classes(); i++) {
      tokens.add(colours.ramp().token(i, breaks.classes()));
    }
    return Map.of("property", colours.property(), "limits", breaks.limits(), "tokens", tokens);
  }

  /// How style sheets and scripts name it.
  public static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
