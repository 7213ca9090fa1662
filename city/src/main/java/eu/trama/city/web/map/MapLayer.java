package eu.trama.city.web.map;

import eu.trama.city.web.chart.Breaks;
import eu.trama.city.web.chart.Ramp;
import java.util.List;
import java.util.Optional;

/// One vector layer of a map. Its address answers GeoJSON (RFC 7946) of this site, each feature
/// with an `id` and a `name` in its properties. The first layer lies lowest.
public sealed interface MapLayer {

  /// Address of the GeoJSON.
  String url();

  /// Areas, coloured by class or plain. They can be selected; a selection marks the row of the
  /// map's table whose id is the feature's.
  ///
  /// @param colours which property to class and how; none for plain areas
  record Zones(String url, Optional<Colours> colours) implements MapLayer {

    public static Zones plain(String url) {
      return new Zones(url, Optional.empty());
    }

    public static Zones by(String url, String property, Breaks breaks, Ramp ramp) {
      return new Zones(url, Optional.of(new Colours(property, breaks, ramp)));
    }
  }

  /// How areas are coloured.
  ///
  /// @param property of the feature, a number; absent or null is drawn as "no data"
  record Colours(String property, Breaks breaks, Ramp ramp) {}

  /// Lines, all drawn in one way.
  ///
  /// @param label what they are, for the key
  /// @param colourProperty of the feature, `#rrggbb`, where the stroke leaves the colour to it;
  ///   lines without one take the accent
  record Lines(String url, String label, String colourProperty, Stroke stroke) implements MapLayer {

    /// Lines in their own colours.
    public static Lines coloured(String url, String label, String colourProperty) {
      return new Lines(url, label, colourProperty, Stroke.PLAIN);
    }

    /// Lines told apart by how they are drawn.
    public static Lines drawn(String url, String label, Stroke stroke) {
      return new Lines(url, label, "", stroke);
    }
  }

  /// How lines are drawn, so that nobody needs colour to tell them apart. Colours and widths are in
  /// `map-style.js` and `map.css`.
  enum Stroke {
    /// One line in its own colour.
    PLAIN,
    /// A thick line with a light thread in it.
    DOUBLE,
    DASHED,
    DOTTED,
    /// Two thin lines beside each other, as maps draw roads.
    ROAD
  }

  /// Points, told apart by shape as well as by colour. Where the page has a list of picks for this
  /// map, a click on a point adds it.
  ///
  /// @param kindProperty of the feature, names one of the symbols
  record Points(String url, String kindProperty, List<Symbol> symbols) implements MapLayer {}

  /// How one kind of point is drawn.
  ///
  /// @param kind value of the kind property
  /// @param label what it is, for the key
  record Symbol(String kind, String label, Shape shape, Mark mark) {

    public static Symbol plain(String kind, String label, Shape shape) {
      return new Symbol(kind, label, shape, Mark.NONE);
    }
  }

  /// Each has a colour of its own, in `map.css`.
  enum Shape {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND
  }

  /// What stands in a shape: a plus for what is new, a dot for what is changed, a cross for what is
  /// gone. With a mark the shape is larger and has the mark's colour.
  enum Mark {
    NONE,
    PLUS,
    DOT,
    CROSS
  }
}
