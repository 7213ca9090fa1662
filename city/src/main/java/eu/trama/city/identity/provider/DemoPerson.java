package eu.trama.city.identity.provider;

import eu.trama.city.identity.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The made-up people of the built-in provider, one for each role.
public enum DemoPerson {
  MONTSE("Montse Farré", Role.RESIDENT),
  PAU("Pau Riera", Role.COMPANION),
  NURIA("Núria Soler", Role.CASEWORKER),
  IVAN("Ivan Costa", Role.ENERGY_ADVISER),
  GIULIA("Giulia Conti", Role.PLANNER),
  MARTA("Marta Vidal", Role.PROCUREMENT),
  STEFANO("Stefano Neri", Role.AUDITOR),
  LAIA("Laia Puig", Role.TRAINER),
  CHIARA("Chiara Moretti", Role.EDITOR),
  JORDI("Jordi Bosch", Role.OPERATOR);

  private final String fullName;
  private final Role role;

  DemoPerson(String fullName, Role role) {
    this.fullName = fullName;
    this.role = role;
  }

  public static Optional<DemoPerson> ofKey(String key) {
    return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst();
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String fullName() {
    return fullName;
  }

  /// The name as it stands on pages: nobody takes such a person for a real one.
  String marked() {
    return fullName + " (demo)";
  }

  public Role role() {
    return role;
  }
}
