package eu.trama.city.twin.pages;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Zone;
import eu.trama.city.web.Words;
import eu.trama.city.web.chart.Breaks;
import eu.trama.city.web.chart.Legend;
import eu.trama.city.web.chart.Ramp;
import eu.trama.city.web.map.Extent;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;

/// Maps of zones coloured by a value, and the frame of a map.
public final class ZoneMaps {

  /// Classes of a ramp: as many as its steps can be told apart in print.
  private static final int CLASSES = 5;

  /// Upper ends of the classes of a difference.
  private static final double[] SHARES = {1 / 3.0, 2 / 3.0, 1};

  /// Half of the width of a first view where nothing is to be seen, degrees.
  private static final double AROUND = 0.08;

  private static final double MARGIN = 0.04;

  private ZoneMaps() {}

  /// What a map of zones shows.
  ///
  /// @param url GeoJSON of the zones
  /// @param property of those features
  /// @param decimals in the legend
  public record Shown(
      String id, String table, String label, String url, String property, int decimals) {}

  /// Little to much. Empty where no zone has a value.
  public static Optional<MapPanel> values(
      Shown shown, Words words, City city, List<Zone> zones, Collection<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var breaks = Breaks.quantile(values, CLASSES);
    return Optional.of(panel(shown, words, city, zones, values, breaks, Ramp.SEQUENTIAL));
  }

  /// Less, the same, more.
  ///
  /// @param among the values of which the classes are made: those of every map that is shown beside
  ///   this one too, so that a colour means the same on all of them
  public static Optional<MapPanel> differences(
      Shown shown,
      Words words,
      City city,
      List<Zone> zones,
      Collection<Double> values,
      Collection<Double> among) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var breaks = aroundZero(among);
    return Optional.of(panel(shown, words, city, zones, values, breaks, Ramp.DIVERGING));
  }

  /// Three classes of about equal number on each side, mirrored, and between them only what does
  /// not change at all: a small change is still a change.
  static Breaks aroundZero(Collection<Double> changes) {
    List<Double> sizes = changes.stream().map(Math::abs).filter(size -> size > 0).sorted().toList();
    if (sizes.isEmpty()) {
      return new Breaks(List.of(-1.0, 1.0));
    }
    var up = new TreeSet<Double>();
    up.add(sizes.getFirst() / 2);
    for (double share : SHARES) {
      up.add(twoDigits(sizes.get((int) Math.floor(share * (sizes.size() - 1)))));
    }
    var limits = new ArrayList<Double>();
    up.descendingSet().forEach(limit -> limits.add(-limit));
    limits.addAll(up);
    return new Breaks(limits);
  }

  /// Rounded up to two significant digits, so that a legend can be read.
  private static double twoDigits(double value) {
    double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    return Math.ceil(value / unit - 1e-9) * unit;
  }

  private static MapPanel panel(
      Shown shown,
      Words words,
      City city,
      List<Zone> zones,
      Collection<Double> values,
      Breaks breaks,
      Ramp ramp) {
    var all = new ArrayList<>(values);
    for (int i = values.size(); i < zones.size(); i++) {
      all.add(Double.NaN);
    }
    var legend =
        Legend.of(
            shown.label(), breaks, ramp, all, words, shown.decimals(), ramp == Ramp.DIVERGING);
    return new MapPanel(
        shown.id(),
        shown.table(),
        shown.label(),
        extent(city, zones.stream().map(zone -> zone.boundary().getEnvelopeInternal()).toList()),
        List.of(MapLayer.Zones.by(shown.url(), shown.property(), breaks, ramp)),
        List.of(legend),
        "");
  }

  public static Extent around(City city, List<Feature> features) {
    var boxes = new ArrayList<Envelope>();
    for (Feature feature : features) {
      var geometry = feature.geometry();
      if (geometry != null) {
        boxes.add(geometry.getEnvelopeInternal());
      }
    }
    return extent(city, boxes);
  }

  private static Extent extent(City city, List<Envelope> boxes) {
    var all = new Envelope();
    boxes.forEach(all::expandToInclude);
    if (all.isNull() || all.getWidth() == 0 || all.getHeight() == 0) {
      var centre =
          all.isNull() ? new Envelope(city.lon(), city.lon(), city.lat(), city.lat()) : all;
      centre.expandBy(AROUND / (all.isNull() ? 1 : 8));
      all = centre;
    } else {
      all.expandBy(all.getWidth() * MARGIN, all.getHeight() * MARGIN);
    }
    return new Extent(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY());
  }
}
