package eu.trama.city.algorithms.pages;

import static eu.trama.city.algorithms.register.RecordField.*;

import eu.trama.city.algorithms.register.RecordField;
import java.util.List;
import java.util.Locale;

/// The parts in which pages show a record.
enum RecordPart {
  NAMES,
  WHAT,
  WHO,
  LAW,
  CONTROL,
  DATA_USED,
  HOW,
  SUPPLY;

  /// What the page's body shows of it; name and summary stand at its head.
  List<RecordField> fields() {
    return this == NAMES ? List.of() : asked();
  }

  /// What the form asks of it.
  List<RecordField> asked() {
    return switch (this) {
      case NAMES -> List.of(NAME, SUMMARY);
      case WHAT -> List.of(PURPOSE, PROPORTIONALITY, ALTERNATIVES, BEFORE, AFFECTED, AREA, SCALE);
      case WHO -> List.of(CITY, ORGANISATION, TEAM, OWNER, CONTACT, WEBSITE);
      case LAW -> List.of(LEGAL_BASIS, LEGAL_LINKS, APPEALS, ASSESSMENTS, ASSESSMENT_LINKS);
      case CONTROL -> List.of(OVERSIGHT, TRAINING, RISKS, METRICS, PERFORMANCE, MAINTENANCE);
      case DATA_USED -> List.of(DATA, DATA_LINKS, SENSITIVE, DATA_ACCESS);
      case HOW -> List.of(METHOD, MODELS, ARCHITECTURE, INTEGRATION, OUTPUT, CODE);
      case SUPPLY -> List.of(SUPPLIER, SUPPLIER_ROLE, CONTRACT, PROCEDURE, BEGIN, END, TAGS);
    };
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
