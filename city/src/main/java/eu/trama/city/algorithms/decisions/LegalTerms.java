package eu.trama.city.algorithms.decisions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/// The times that the law gives, from `packs/rights/terms.csv`.
///
/// Months are counted as Ley 39/2015 art. 30.4 and 30.5 say: from the day after, to the same day of
/// the month, or its last day where it has no such day; what would end on a Saturday or a Sunday
/// ends on the Monday. Public holidays differ by town and are not known here: a term that ends on
/// one is shown a day or two short, which harms nobody but the city.
public final class LegalTerms {

  /// The clock by which the city's days begin.
  public static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  /// @param months length
  /// @param law article that gives it
  /// @param href where to read it
  public record Term(int months, String law, String href) {}

  private final Map<String, Term> terms;

  private LegalTerms(Map<String, Term> terms) {
    this.terms = terms;
    lodge();
    answer();
  }

  /// @param csv with the header `term,months,law,href`
  static LegalTerms read(String csv) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return new LegalTerms(
          rows.stream().collect(Collectors.toMap(r -> r.getField("term"), LegalTerms::term)));
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail to be read", e);
    }
  }

  private static Term term(NamedCsvRecord row) {
    return new Term(
        Integer.parseInt(row.getField("months")), row.getField("law"), row.getField("href"));
  }

  /// In which a person may object.
  public Term lodge() {
    return named("lodge");
  }

  /// In which the city must answer.
  public Term answer() {
    return named("answer");
  }

  private Term named(String name) {
    Term term = terms.get(name);
    if (term == null) {
      throw new IllegalStateException("packs/rights/terms.csv lacks the term " + name);
    }
    return term;
  }

  /// The last day of a term that begins with something that happened then.
  static LocalDate lastDay(Instant from, Term term) {
    LocalDate end = day(from).plusMonths(term.months());
    return switch (end.getDayOfWeek()) {
      case DayOfWeek.SATURDAY -> end.plusDays(2);
      case DayOfWeek.SUNDAY -> end.plusDays(1);
      default -> end;
    };
  }

  /// The city's day.
  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }
}
