package eu.trama.city.twin.pages;

import eu.trama.city.twin.City;
import eu.trama.city.web.Words;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.OptionalDouble;

/// How numbers, money and times of one city are written in one language.
public record Wording(Words words, City city) {

  /// Stands where a value is not known.
  public static final String NONE = "–";

  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  public String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? words.number(value.getAsDouble(), decimals) : NONE;
  }

  public String money(OptionalDouble value) {
    if (value.isEmpty()) {
      return NONE;
    }
    var format = NumberFormat.getCurrencyInstance(words.language().locale());
    format.setCurrency(Currency.getInstance(city.currency()));
    format.setMaximumFractionDigits(0);
    return format.format(value.getAsDouble());
  }

  /// A moment by the city's clock, to the minute.
  public String when(Instant instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(words.language().locale())
        .withZone(city.timezone())
        .format(instant);
  }

  public String day(Instant instant) {
    return words.date(date(instant));
  }

  public LocalDate date(Instant instant) {
    return instant.atZone(city.timezone()).toLocalDate();
  }
}
