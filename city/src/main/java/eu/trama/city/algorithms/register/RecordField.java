package eu.trama.city.algorithms.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a record tells of a system.
public enum RecordField {
  NAME(Kind.TEXT, true),
  SUMMARY(Kind.TEXT, true),
  CITY(Kind.CODE, false),
  AREA(Kind.CHOICE, true),
  ORGANISATION(Kind.CODE, true),
  TEAM(Kind.CODE, false),
  /// Role title of who answers for it, not a name.
  OWNER(Kind.CODE, true),
  CONTACT(Kind.CODE, true),
  WEBSITE(Kind.CODE, false),
  SUPPLIER(Kind.CODE, false),
  SUPPLIER_ROLE(Kind.TEXT, false),
  CONTRACT(Kind.CODE, false),
  PROCEDURE(Kind.CODE, false),
  PURPOSE(Kind.TEXT, true),
  PROPORTIONALITY(Kind.TEXT, false),
  ALTERNATIVES(Kind.TEXT, false),
  BEFORE(Kind.TEXT, false),
  AFFECTED(Kind.TEXT, true),
  LEGAL_BASIS(Kind.TEXT, true),
  LEGAL_LINKS(Kind.LINKS, false),
  DATA(Kind.TEXT, true),
  DATA_LINKS(Kind.LINKS, false),
  SENSITIVE(Kind.TEXT, false),
  DATA_ACCESS(Kind.TEXT, false),
  METHOD(Kind.TEXT, true),
  MODELS(Kind.TEXT, false),
  ARCHITECTURE(Kind.TEXT, false),
  CODE(Kind.CODE, false),
  INTEGRATION(Kind.TEXT, false),
  OUTPUT(Kind.TEXT, false),
  SCALE(Kind.TEXT, false),
  OVERSIGHT(Kind.TEXT, true),
  TRAINING(Kind.TEXT, false),
  APPEALS(Kind.TEXT, false),
  RISKS(Kind.TEXT, true),
  METRICS(Kind.METRICS, true),
  PERFORMANCE(Kind.TEXT, false),
  MAINTENANCE(Kind.TEXT, false),
  ASSESSMENTS(Kind.TEXT, false),
  ASSESSMENT_LINKS(Kind.LINKS, false),
  BEGIN(Kind.CODE, false),
  END(Kind.CODE, false),
  TAGS(Kind.CODE, false);

  /// What may stand in it.
  public enum Kind {
    /// A text in several languages.
    TEXT,
    /// One text for all languages: a name, an address, a date.
    CODE,
    /// One of the areas of public life.
    CHOICE,
    /// Lines `title | address`.
    LINKS,
    /// Lines `accuracy or fairness | what is measured | at least or at most | threshold | data`.
    METRICS
  }

  /// Stands for "no language".
  public static final String ANY = "und";

  /// Areas of public life, as the Dutch standard parts them.
  public static final List<String> AREAS =
      List.of(
          "administration",
          "culture",
          "economy",
          "finance",
          "housing",
          "international",
          "migration",
          "environment",
          "education",
          "safety",
          "justice",
          "space",
          "social",
          "traffic",
          "work",
          "health");

  private final Kind kind;
  private final boolean required;

  RecordField(Kind kind, boolean required) {
    this.kind = kind;
    this.required = required;
  }

  public Kind kind() {
    return kind;
  }

  /// Whether an entry is published only with it.
  public boolean required() {
    return required;
  }

  public boolean inLanguages() {
    return kind == Kind.TEXT;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RecordField> ofKey(String key) {
    return Arrays.stream(values()).filter(f -> f.key().equals(key)).findFirst();
  }
}
