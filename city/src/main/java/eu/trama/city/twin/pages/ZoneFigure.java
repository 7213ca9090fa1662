package eu.trama.city.twin.pages;

import eu.trama.city.twin.Zone;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// A known figure of a zone, by which a map may be coloured.
public enum ZoneFigure {
  /// Residents per square kilometre.
  DENSITY,
  /// As the city publishes it, in its currency a year.
  INCOME,
  /// Residents.
  POPULATION;

  private static final double HECTARES_PER_SQUARE_KILOMETRE = 100;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ZoneFigure> ofKey(String key) {
    return Stream.of(values()).filter(figure -> figure.key().equals(key)).findFirst();
  }

  public OptionalDouble of(Zone zone) {
    return switch (this) {
      case INCOME -> zone.income();
      case POPULATION -> zone.population();
      case DENSITY ->
          zone.population().isPresent() && zone.hectares().orElse(0) > 0
              ? OptionalDouble.of(
                  zone.population().getAsDouble()
                      / zone.hectares().getAsDouble()
                      * HECTARES_PER_SQUARE_KILOMETRE)
              : OptionalDouble.empty();
    };
  }

  public String shown(Zone zone, Wording wording) {
    return this == INCOME ? wording.money(of(zone)) : wording.number(of(zone), 0);
  }
}
