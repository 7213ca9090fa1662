package eu.trama.city.identity;

import eu.trama.city.web.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person may be to the city. One person may be several of these.
public enum Role {
  /// Somebody who lives in the city or deals with it.
  RESIDENT,
  /// Somebody who stands by a resident and helps.
  COMPANION,
  /// Somebody who works on residents' applications at social services.
  CASEWORKER,
  /// Somebody who advises households on energy.
  ENERGY_ADVISER,
  /// Somebody who plans the city with scenarios.
  PLANNER,
  /// Somebody who buys systems for the city.
  PROCUREMENT,
  /// Somebody who checks how systems are used and may change nothing.
  AUDITOR,
  /// Somebody who teaches courses.
  TRAINER,
  /// Somebody who writes the city's news.
  EDITOR,
  /// Somebody who runs this platform.
  OPERATOR;

  /// What stands for it in claims of an identity provider and in settings, such as
  /// `energy-adviser`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> ofKey(String key) {
    return Arrays.stream(values()).filter(r -> r.key().equals(key)).findFirst();
  }

  /// Its name, for people.
  public String label(Words words) {
    return words.say("identity.role." + key());
  }

  /// What its holder may do here, in a sentence.
  public String may(Words words) {
    return words.say("identity.may." + key());
  }

  /// How the security checks call it.
  String authority() {
    return "ROLE_" + name();
  }
}
