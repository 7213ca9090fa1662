package eu.trama.city.twin.imports;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What people need a facility for, told from the categories of Barcelona's equipment lists. One
/// facility can serve as several: a special-education school is in the social list too.
enum FacilityKind {
  SCHOOL,
  HEALTH,
  SOCIAL;

  private static final Map<FacilityKind, Set<String>> CATEGORIES =
      Map.of(
          SCHOOL,
              Set.of(
                  "educació infantil (parvularis)",
                  "educació primària",
                  "educació secundària",
                  "educació secundària obligatòria (eso)",
                  "batxillerat",
                  "batxillerat artístic",
                  "batxillerat ciències i tecnologia - humanitats i ciències socials",
                  "formació professional grau mitjà",
                  "centre d'educació especial",
                  "educació especial"),
          HEALTH,
              Set.of(
                  "sanitat",
                  "hospitals i clíniques",
                  "assistència hospitalària",
                  "centres mèdics privats",
                  "altres centres mèdics",
                  "centres sociosanitaris",
                  "centres salut mental i gabinets psicològics",
                  "centres de salut mental per adults",
                  "centres de dia salut mental"),
          SOCIAL, Set.of("centres de serveis socials"));

  /// These categories hold everything that teaches, from nurseries to driving schools; whether it
  /// is a school for those of 3 to 18 only its name tells.
  private static final Set<String> TEACHING = Set.of("educació", "educació infantil");

  /// The category that tells what a whole list is about.
  private static final Map<String, FacilityKind> SUBJECTS =
      Map.of("educació", SCHOOL, "sanitat", HEALTH, "serveis socials", SOCIAL);

  private static final Pattern SCHOOL_NAME =
      Pattern.compile(
          "(?iu)^(?:escola|escuela|col·legi|colegio|collège|ceip|ies|institut|centre educatiu"
              + "|centre escolar|parvulari|lycée|liceo)\\b.*");

  private static final List<String> OTHER_TEACHING =
      List.of(
          "adults",
          "art dramàtic",
          "bressol",
          "circ",
          "cinema",
          "dansa",
          "disseny",
          "esport",
          "fotograf",
          "hosteleria",
          "hoteleria",
          "idiomes",
          "informàtica",
          "massatge",
          "quiromassatge",
          "moda",
          "música",
          "musical",
          "nàutic",
          "perruqueria",
          "superior",
          "teatre",
          "universit",
          "d'economia",
          "d'estudis",
          "de matemàtica",
          "d'investigaci",
          "de recerca");

  static Optional<FacilityKind> named(String name) {
    for (FacilityKind kind : values()) {
      if (kind.text().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// As it stands in ids and properties.
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a facility serves as, by the categories under which it is listed and its name.
  static Set<FacilityKind> of(Set<String> categories, String name) {
    var kinds = EnumSet.noneOf(FacilityKind.class);
    for (String category : categories) {
      String plain = category.strip().toLowerCase(Locale.ROOT);
      CATEGORIES.forEach((kind, named) -> {
        if (named.contains(plain)) {
          kinds.add(kind);
        }
      });
      if (TEACHING.contains(plain) && namesSchool(name)) {
        kinds.add(SCHOOL);
      }
    }
    return kinds;
  }

  /// What a list is about, of which this is one of the categories.
  static Optional<FacilityKind> subject(String category) {
    return Optional.ofNullable(SUBJECTS.get(category.strip().toLowerCase(Locale.ROOT)));
  }

  private static boolean namesSchool(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return SCHOOL_NAME.matcher(name).matches()
        && OTHER_TEACHING.stream().noneMatch(plain::contains);
  }
}
