package eu.trama.city.algorithms.monitoring;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.algorithms.decisions.LegalTerms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How severe an incident may be, and by when the law wants the authority told, from
/// `packs/rights/incidents.csv`.
///
/// Terms begin when the incident was noticed. Days run to the end of the city's day; that
/// Regulation (EEC, Euratom) 1182/71 moves an end on a Sunday to the Monday is not made use of:
/// what is shown is never later than the law.
public final class IncidentTerms {

  /// Of what nobody has rated yet.
  static final String UNRATED = "unrated";

  private static final int MOST = 1000;

  /// @param amount of `unit`; 0 where the law sets no term
  /// @param law article that asks to report it, or to look after it
  public record Term(int amount, Unit unit, String law, String href) {}

  /// What terms are counted in.
  public enum Unit {
    HOURS,
    DAYS
  }

  private final Map<String, Term> bySeverity;

  private IncidentTerms(Map<String, Term> bySeverity) {
    this.bySeverity = bySeverity;
  }

  /// @param csv with the header `severity,amount,unit,law,href`
  /// @throws IllegalArgumentException that says what is wrong
  static IncidentTerms read(String csv) {
    var terms = new LinkedHashMap<String, Term>();
    try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      rows.stream()
          .forEach(row -> {
            if (terms.put(row.getField("severity"), term(row)) != null) {
              throw new IllegalArgumentException("twice: " + row.getField("severity"));
            }
          });
    } catch (IOException e) {
      throw new IllegalStateException("a text cannot fail to be read", e);
    }
    if (!terms.containsKey(UNRATED) || terms.get(UNRATED).amount() != 0) {
      throw new IllegalArgumentException("incidents.csv lacks unrated, without a term");
    }
    return new IncidentTerms(terms);
  }

  private static Term term(NamedCsvRecord row) {
    String amount = row.getField("amount");
    String where = "severity " + row.getField("severity");
    if (amount.isEmpty()) {
      return new Term(0, Unit.DAYS, row.getField("law"), row.getField("href"));
    }
    if (!amount.matches("[1-9]\\d{0,3}") || Integer.parseInt(amount) > MOST) {
      throw new IllegalArgumentException(where + ": amount must be 1 to " + MOST);
    }
    Unit unit =
        switch (row.getField("unit")) {
          case "hours" -> Unit.HOURS;
          case "days" -> Unit.DAYS;
          default -> throw new IllegalArgumentException(where + ": unit must be hours or days");
        };
    return new Term(Integer.parseInt(amount), unit, row.getField("law"), row.getField("href"));
  }

  /// In the order of the file.
  public Set<String> severities() {
    return bySeverity.keySet();
  }

  /// @throws IllegalArgumentException on a severity that there is not
  public Term term(String severity) {
    Term term = bySeverity.get(severity);
    if (term == null) {
      throw new IllegalArgumentException("no severity " + severity);
    }
    return term;
  }

  /// The instant from which it is too late; empty where there is no term.
  Optional<Instant> due(String severity, Instant noticed) {
    Term term = term(severity);
    if (term.amount() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        term.unit() == Unit.HOURS
            ? noticed.plus(Duration.ofHours(term.amount()))
            : LegalTerms.day(noticed)
                .plusDays(term.amount() + 1L)
                .atStartOfDay(LegalTerms.ZONE)
                .toInstant());
  }
}
