package eu.trama.city.web.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/// Values in order, such as by minute or by year, one line a series. Lines differ by dashes and
/// marks as well as by colour. Drawn by `web/chart/line.jte`.
public record LineChart(String id, String title, String xName, String yName, List<Series> series) {

  /// Dashes and colours that `chart.css` tells apart.
  public static final int MOST_SERIES = 4;

  public LineChart {
    if (series.isEmpty() || series.size() > MOST_SERIES) {
      throw new IllegalArgumentException(
          series.size() + " lines; 1 to " + MOST_SERIES + " can be told apart");
    }
  }

  /// One line.
  ///
  /// @param points in ascending x
  public record Series(String name, List<Point> points) {}

  public record Point(double x, double y) {}

  public Axis xAxis() {
    var x = all().map(Point::x).mapToDouble(v -> v).summaryStatistics();
    return Axis.over(x.getMin(), x.getMax(), 5);
  }

  /// From 0 where no value is below it, so that heights can be compared.
  public Axis yAxis() {
    var y =
        DoubleStream.concat(DoubleStream.of(0), all().mapToDouble(Point::y)).summaryStatistics();
    return Axis.over(y.getMin(), y.getMax(), 4);
  }

  private java.util.stream.Stream<Point> all() {
    return series.stream().flatMap(s -> s.points().stream());
  }

  /// The drawing path of a series between the given edges.
  public String path(Series one, double left, double right, double bottom, double top) {
    var path = new StringBuilder();
    for (Point p : one.points()) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(xAxis().at(p.x(), left, right))
          .append(' ')
          .append(yAxis().at(p.y(), bottom, top));
    }
    return path.toString();
  }
}
