package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.Layers;
import eu.trama.city.web.map.MapLayer.Mark;
import eu.trama.city.web.map.MapLayer.Shape;
import java.util.Locale;

/// How the map of a scenario draws a place: stops round, everything else square; what stands in the
/// shape tells what became of it.
enum PlaceSign {
  STOP_KEPT(Shape.CIRCLE, Mark.NONE),
  STOP_ADDED(Shape.CIRCLE, Mark.PLUS),
  STOP_CHANGED(Shape.CIRCLE, Mark.DOT),
  STOP_REMOVED(Shape.CIRCLE, Mark.CROSS),
  PLACE_ADDED(Shape.SQUARE, Mark.PLUS),
  PLACE_CHANGED(Shape.SQUARE, Mark.DOT),
  PLACE_REMOVED(Shape.SQUARE, Mark.CROSS);

  private final Shape shape;
  private final Mark mark;

  PlaceSign(Shape shape, Mark mark) {
    this.shape = shape;
    this.mark = mark;
  }

  Shape shape() {
    return shape;
  }

  Mark mark() {
    return mark;
  }

  /// As it stands in files and messages.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static PlaceSign of(ScenarioChange each) {
    boolean stop = each.feature().layer().equals(Layers.STOPS.name());
    return switch (each.change()) {
      case ADDED -> stop ? STOP_ADDED : PLACE_ADDED;
      case CHANGED -> stop ? STOP_CHANGED : PLACE_CHANGED;
      case REMOVED -> stop ? STOP_REMOVED : PLACE_REMOVED;
    };
  }
}
