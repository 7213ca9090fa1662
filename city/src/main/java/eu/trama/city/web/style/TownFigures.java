package eu.trama.city.web.style;

import eu.trama.city.web.Words;
import eu.trama.city.web.chart.BarChart;
import eu.trama.city.web.chart.Breaks;
import eu.trama.city.web.chart.Histogram;
import eu.trama.city.web.chart.Legend;
import eu.trama.city.web.chart.LineChart;
import eu.trama.city.web.chart.Ramp;
import eu.trama.city.web.chart.ScatterPlot;
import eu.trama.city.web.map.Extent;
import eu.trama.city.web.map.MapLayer;
import eu.trama.city.web.map.MapPanel;
import eu.trama.city.web.part.DataTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The invented town's table, map and charts in one language.
record TownFigures(Words words) {

  private static final int CLASSES = 5;
  private static final int BARS = 12;

  private static List<Double> changes() {
    return Town.blocks().stream().map(Town.Block::change).toList();
  }

  private static List<Double> incomes() {
    return Town.blocks().stream().map(Town.Block::income).toList();
  }

  String name(Town.Block block) {
    return words.say("web.style.block", block.id());
  }

  private String change(double value) {
    return Double.isNaN(value) ? words.say("web.legend.none") : words.signed(value, 0);
  }

  /// @param sort column to sort by: name, people or change
  DataTable table(String sort, boolean descending) {
    Comparator<Town.Block> order =
        switch (sort) {
          case "people" -> Comparator.comparingInt(Town.Block::people);
          case "change" -> Comparator.comparingDouble(Town.Block::change);
          default -> Comparator.comparing(Town.Block::id);
        };
    var blocks = new ArrayList<>(Town.blocks());
    blocks.sort(descending ? Collections.reverseOrder(order) : order);
    var rows =
        blocks.stream()
            .map(b ->
                DataTable.Row.of(
                    b.id(),
                    name(b),
                    words.number(b.people()),
                    words.number(Math.round(b.income())),
                    change(b.change())))
            .toList();
    var columns =
        List.of(
            sorted(DataTable.Column.text(words.say("web.style.name")), "name", sort, descending),
            sorted(
                DataTable.Column.number(words.say("web.style.people")), "people", sort, descending),
            DataTable.Column.number(words.say("web.style.income")),
            sorted(
                DataTable.Column.number(words.say("web.style.change")),
                "change",
                sort,
                descending));
    return new DataTable("blocks", words.say("web.style.table"), columns, rows, true);
  }

  private static DataTable.Column sorted(
      DataTable.Column column, String key, String sort, boolean descending) {
    boolean current = key.equals(sort);
    var now = descending ? DataTable.Order.DESCENDING : DataTable.Order.ASCENDING;
    var next = current && !descending ? "descending" : "ascending";
    return column.sorted(
        current ? now : DataTable.Order.NONE, "/style?sort=" + key + "&order=" + next + "#blocks");
  }

  Legend diverging() {
    return Legend.of(
        words.say("web.style.change"),
        Breaks.symmetric(changes(), CLASSES),
        Ramp.DIVERGING,
        changes(),
        words,
        0,
        true);
  }

  Legend sequential() {
    return Legend.of(
        words.say("web.style.income"),
        Breaks.quantile(incomes(), CLASSES),
        Ramp.SEQUENTIAL,
        incomes(),
        words,
        0,
        false);
  }

  MapPanel map() {
    var extent =
        new Extent(
            Town.WEST,
            Town.SOUTH,
            Town.WEST + Town.COLUMNS * Town.BLOCK,
            Town.SOUTH + Town.ROWS * Town.HEIGHT);
    List<MapLayer> layers =
        List.of(
            MapLayer.Zones.by(
                "/style/blocks.geojson",
                "change",
                Breaks.symmetric(changes(), CLASSES),
                Ramp.DIVERGING),
            MapLayer.Lines.coloured("/style/line.geojson", words.say("web.style.line"), "colour"),
            new MapLayer.Points(
                "/style/stops.geojson",
                "kind",
                List.of(
                    MapLayer.Symbol.plain(
                        "tram", words.say("web.style.tram"), MapLayer.Shape.CIRCLE),
                    MapLayer.Symbol.plain(
                        "metro", words.say("web.style.metro"), MapLayer.Shape.DIAMOND))));
    return new MapPanel(
        "town",
        "blocks",
        words.say("web.style.map"),
        extent,
        layers,
        List.of(diverging()),
        words.say("web.style.invented"));
  }

  BarChart bars() {
    var breaks = Breaks.symmetric(changes(), CLASSES);
    var bars =
        Town.blocks().stream()
            .filter(b -> Double.isFinite(b.change()))
            .sorted(Comparator.comparingDouble(Town.Block::change).reversed())
            .filter(b -> b.row() == 0 || b.row() == 3)
            .limit(BARS)
            .map(b ->
                new BarChart.Bar(
                    name(b),
                    b.change(),
                    change(b.change()),
                    Ramp.DIVERGING.style(breaks.classOf(b.change()), breaks.classes())))
            .toList();
    return new BarChart("bars", words.say("web.style.bars"), bars);
  }

  Histogram histogram() {
    return Histogram.of(
        "histogram",
        words.say("web.style.histogram"),
        words.say("web.style.income"),
        words.say("web.style.blocks"),
        incomes(),
        6);
  }

  ScatterPlot scatter() {
    var dots =
        Town.blocks().stream()
            .filter(b -> Double.isFinite(b.change()))
            .map(b -> new ScatterPlot.Dot(name(b), b.income(), b.change()))
            .toList();
    return new ScatterPlot(
        "scatter",
        words.say("web.style.scatter"),
        words.say("web.style.income"),
        words.say("web.style.change"),
        dots);
  }

  LineChart line() {
    return new LineChart(
        "line",
        words.say("web.style.lines"),
        words.say("web.style.minute"),
        words.say("web.style.people"),
        List.of(
            series(words.say("web.style.before"), 11, 400),
            series(words.say("web.style.after"), 14, 650)));
  }

  private static LineChart.Series series(String name, int slope, int start) {
    var points = new ArrayList<LineChart.Point>();
    for (int minute = 0; minute <= 60; minute += 10) {
      points.add(new LineChart.Point(minute, start + slope * minute + (minute * 7 % 30) * 4));
    }
    return new LineChart.Series(name, List.copyOf(points));
  }
}
