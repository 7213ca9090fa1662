package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.decisions.LegalTerms;
import eu.trama.city.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// A month of the city's calendar, over which is counted. Months do not overlap, so that no two
/// published figures can be subtracted from each other to find a person.
record Month(YearMonth month) implements Comparable<Month> {

  private static final Pattern FORM = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

  static Month of(Instant at) {
    return new Month(YearMonth.from(LegalTerms.day(at)));
  }

  static Month of(LocalDate first) {
    return new Month(YearMonth.from(first));
  }

  /// As an address writes it: `2026-10`.
  static Optional<Month> read(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new Month(YearMonth.parse(text)))
        : Optional.empty();
  }

  LocalDate first() {
    return month.atDay(1);
  }

  Month before() {
    return new Month(month.minusMonths(1));
  }

  /// Whether nothing more is counted in it.
  boolean over(Instant now) {
    return compareTo(of(now)) < 0;
  }

  /// For people.
  String say(Language language) {
    return DateTimeFormatter.ofPattern("LLLL y", language.locale()).format(month);
  }

  @Override
  public int compareTo(Month other) {
    return month.compareTo(other.month);
  }

  @Override
  public String toString() {
    return month.toString();
  }
}
