package eu.trama.city.twin.imports;

import eu.trama.city.twin.Feature;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.ImportFile;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Statistics in tables. Known by their columns are our own (`zone`, or `level` and `code`, with
/// `indicator`, `year`, `value` and perhaps `unit` and `kind`) and two of Bologna's.
final class StatisticsTable {

  static final String EXPECTED =
      "zone,indicator,year,value; or level,code,indicator,year,value; or Zona,Residenti; or Area"
          + " statistica;N.contribuenti;Reddito imponibile ai fini irpef";

  private static final String AREA = "Area statistica";
  private static final String TAXPAYERS = "N.contribuenti";
  private static final String TAXABLE = "Reddito imponibile ai fini irpef";

  /// Rows of the tax register that belong to no area, as it writes them (names end after twenty
  /// letters): taxpayers who live elsewhere, and those without a home.
  private static final Set<String> NOWHERE = Set.of("NON RESIDENTI NELL'A", "SENZA FISSA DIMORA");

  /// A mean over fewer people says little about the place and too much about them.
  private static final int FEWEST_TAXPAYERS = 50;

  private final ImportFile file;
  private final Table table;
  private final StatisticsReading reading;

  StatisticsTable(ImportFile file, Table table, StatisticsReading reading) {
    this.file = file;
    this.table = table;
    this.reading = reading;
  }

  void read() throws IOException {
    if (table.has("indicator", "year", "value")
        && (table.has("zone") || table.has("level", "code"))) {
      table.each(reading.findings(), this::general);
    } else if (table.has("Zona", "Residenti")) {
      eachOfYear(this::bolognaResidents);
    } else if (table.has(AREA, TAXPAYERS, TAXABLE)) {
      eachOfYear(this::bolognaIncomes);
    } else {
      throw table.unknownColumns(EXPECTED);
    }
  }

  @FunctionalInterface
  private interface OfYear {
    void take(Table.Row row, int year) throws IOException;
  }

  private void eachOfYear(OfYear reader) throws IOException {
    OptionalInt year = reading.yearOfFile();
    if (year.isPresent()) {
      table.each(
          reading.findings(),
          row -> {
            reader.take(row, year.getAsInt());
            return true;
          });
    }
  }

  private boolean general(Table.Row row) throws IOException {
    Optional<Feature> zone = zone(row);
    OptionalDouble year = row.number("year", reading.findings());
    OptionalDouble value = row.number("value", reading.findings());
    if (year.isPresent() && year.getAsDouble() != Math.rint(year.getAsDouble())) {
      finding(row, "year-range", "year", row.get("year"), "Give a year of four digits.");
    } else if (zone.isPresent() && year.isPresent() && value.isPresent()) {
      reading.take(
          new Statistic(
              zone.get().id(),
              row.get("indicator"),
              (int) year.getAsDouble(),
              value.getAsDouble(),
              row.get("kind"),
              row.get("unit")),
          row.line());
    }
    return true;
  }

  private Optional<Feature> zone(Table.Row row) {
    if (table.has("zone")) {
      return reading.zone(row.get("zone"), row.line());
    }
    Optional<ZoneLevel> level = ZoneLevel.named(row.get("level"));
    if (level.isEmpty()) {
      finding(
          row,
          "level-unknown",
          "level",
          row.get("level"),
          "Choose city, district, neighbourhood, statistical-area or section.");
    }
    return level.flatMap(known -> reading.zone(known, row.get("code"), row.line()));
  }

  private void bolognaResidents(Table.Row row, int year) throws IOException {
    Optional<Feature> zone = reading.zone(ZoneLevel.NEIGHBOURHOOD, row.get("Zona"), row.line());
    OptionalDouble residents = row.number("Residenti", reading.findings());
    if (zone.isPresent() && residents.isPresent()) {
      reading.take(
          new Statistic(
              zone.get().id(), "population", year, residents.getAsDouble(), "residents", "people"),
          row.line());
    }
  }

  private void bolognaIncomes(Table.Row row, int year) throws IOException {
    String area = row.get(AREA);
    if (NOWHERE.contains(area)) {
      warning(row, "row-without-zone", AREA, area, "These taxpayers live in no area; left out.");
      return;
    }
    Optional<Feature> zone = reading.zone(ZoneLevel.STATISTICAL_AREA, area, row.line());
    OptionalDouble taxpayers = row.number(TAXPAYERS, reading.findings());
    OptionalDouble taxable = row.number(TAXABLE, reading.findings());
    if (zone.isEmpty() || taxpayers.isEmpty() || taxable.isEmpty()) {
      return;
    }
    if (taxpayers.getAsDouble() < FEWEST_TAXPAYERS) {
      warning(
          row,
          "taxpayers-few",
          TAXPAYERS,
          row.get(TAXPAYERS),
          "Left out, since fewer than " + FEWEST_TAXPAYERS + " people make no mean.");
      return;
    }
    reading.take(
        new Statistic(
            zone.get().id(),
            "income",
            year,
            taxable.getAsDouble() / taxpayers.getAsDouble(),
            "taxable-income-per-taxpayer",
            "EUR"),
        row.line());
  }

  private void finding(Table.Row row, String code, String field, String value, String advice) {
    reading.findings().accept(Finding.error(code, file.name(), row.line(), field, value, advice));
  }

  private void warning(Table.Row row, String code, String field, String value, String advice) {
    reading.findings().accept(Finding.warning(code, file.name(), row.line(), field, value, advice));
  }
}
