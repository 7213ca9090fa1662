package eu.trama.city.web;

import java.text.Collator;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// What can be said in one language: messages, numbers and dates.
public record Words(Messages messages, Language language) {

  /// The message of that key with its values in place. Whole and broken numbers and [LocalDate]s
  /// are written as the language writes them. Throws [IllegalStateException] on an unknown key.
  public String say(String key, Object... values) {
    return messages.format(language, key, values);
  }

  /// A whole number with the language's grouping.
  public String number(long value) {
    return minus(NumberFormat.getIntegerInstance(language.locale()).format(value));
  }

  /// A number with exactly that many decimals.
  public String number(double value, int decimals) {
    var format = NumberFormat.getInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return minus(format.format(value));
  }

  /// Digits such as `1.33`, all of them, with the language's own mark before the decimals.
  public String decimals(String digits) {
    var symbols = DecimalFormatSymbols.getInstance(language.locale());
    return digits.replace('.', symbols.getDecimalSeparator());
  }

  /// A true minus sign instead of a hyphen.
  private static String minus(String number) {
    return number.replace('-', '\u2212');
  }

  /// A difference: always with its sign, with a true minus sign (U+2212).
  public String signed(double value, int decimals) {
    var digits = number(Math.abs(value), decimals);
    if (digits.chars().noneMatch(c -> c >= '1' && c <= '9')) {
      return digits;
    }
    return (value < 0 ? "\u2212" : "+") + digits;
  }

  /// A share between 0 and 1 as a percentage.
  public String percent(double share, int decimals) {
    var format = NumberFormat.getPercentInstance(language.locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(share);
  }

  /// A date in words, such as 23 November 2026.
  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language.locale())
        .format(date);
  }

  /// The language's order of names.
  public Collator collator() {
    return Collator.getInstance(language.locale());
  }
}
