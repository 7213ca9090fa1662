package eu.trama.city.algorithms.exchange;

import static eu.trama.city.algorithms.exchange.FieldTable.Attribute.beside;
import static eu.trama.city.algorithms.exchange.FieldTable.Attribute.of;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.twin.Finding;
import eu.trama.city.web.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The publication standard of the Dutch register of algorithms (Publicatiestandaard
/// Algoritmeregister) 1.0, with the names of its delivery interface. Status and category of an
/// entry follow from the state here and are not taken from a file.
@Component
class DutchStandard implements Standard {

  static final String VERSION = "1.0";

  private static final FieldTable TABLE =
      new FieldTable(
          "dutch",
          List.of(
              of("name", RecordField.NAME),
              of("description_short", RecordField.SUMMARY),
              of("organization", RecordField.ORGANISATION),
              of("begin_date", RecordField.BEGIN),
              of("end_date", RecordField.END),
              of("contact_email", RecordField.CONTACT),
              of("website", RecordField.WEBSITE),
              beside("url"),
              of("goal", RecordField.PURPOSE),
              of("proportionality", RecordField.PROPORTIONALITY),
              of("human_intervention", RecordField.OVERSIGHT),
              of("risks", RecordField.RISKS),
              of("lawful_basis", RecordField.LEGAL_BASIS),
              of("lawful_basis_grouping", RecordField.LEGAL_LINKS),
              beside("process_index_url"),
              of("impacttoetsen", RecordField.ASSESSMENTS),
              of("impacttoetsen_grouping", RecordField.ASSESSMENT_LINKS),
              of("source_data", RecordField.DATA),
              of("source_data_grouping", RecordField.DATA_LINKS),
              of("methods_and_models", RecordField.METHOD),
              of("provider", RecordField.SUPPLIER),
              of("publiccode", RecordField.CODE),
              of("tags", RecordField.TAGS)));

  /// The areas of [RecordField#AREAS], in the same order.
  private static final List<String> CATEGORIES =
      List.of(
          "Organisatie en bedrijfsvoering",
          "Cultuur en recreatie",
          "Economie",
          "Overheidsfinanciën",
          "Wonen",
          "Internationaal",
          "Migratie en integratie",
          "Natuur en milieu",
          "Onderwijs en wetenschap",
          "Openbare orde en veiligheid",
          "Recht",
          "Ruimte en infrastructuur",
          "Sociale zekerheid",
          "Verkeer",
          "Werk",
          "Zorg en gezondheid");

  /// ISO 639-2 codes as the standard writes languages.
  private static final Map<String, String> LANGUAGES =
      Map.of("CAT", "ca", "SPA", "es", "ENG", "en", "ITA", "it", "NLD", "nl");

  private static final Set<String> COMPUTED =
      Set.of(
          "category",
          "status",
          "publication_category",
          "lang",
          "standard_version",
          "source_id",
          "lars",
          "publication_dt",
          "create_dt",
          "language",
          "state");

  @Override
  public String key() {
    return "dutch";
  }

  @Override
  public Map<String, Object> write(Entry entry, Language language) {
    Map<String, Object> object = TABLE.write(entry.shown(), language);
    int area = RecordField.AREAS.indexOf(entry.shown().plain(RecordField.AREA));
    if (area >= 0) {
      object.put("category", List.of(CATEGORIES.get(area)));
    }
    object.put("status", status(entry.dossier()));
    object.put("publication_category", category(entry.dossier()));
    object.put("lang", code(entry.shown().texts(RecordField.NAME).tag(language)));
    object.put("standard_version", VERSION);
    object.put("source_id", entry.id().value());
    return object;
  }

  @Override
  public Imported read(JsonNode object, int number) {
    var findings = new ArrayList<Finding>();
    String lang = object.path("lang").asString("");
    String tag = LANGUAGES.getOrDefault(lang, "nl");
    if (!LANGUAGES.containsKey(lang)) {
      findings.add(
          TABLE.finding(
              "language-unknown",
              number,
              "lang",
              lang,
              "Write CAT, SPA, ENG, ITA or NLD; it was taken for Dutch."));
    }
    FieldTable.Read read = TABLE.read(object, tag, COMPUTED, number);
    findings.addAll(read.findings());
    AlgorithmRecord record = read.record();
    String category = object.path("category").path(0).asString("");
    int area = CATEGORIES.indexOf(category);
    if (area >= 0) {
      record = record.with(RecordField.AREA, RecordField.AREAS.get(area));
    } else if (!category.isEmpty()) {
      findings.add(
          TABLE.finding(
              "category-unknown", number, "category", category, "Choose the area by hand."));
    }
    if (object.path("status").asString("").equals("In gebruik")) {
      findings.add(
          TABLE.finding(
              "status-not-taken",
              number,
              "status",
              "In gebruik",
              "Here it begins at its need and passes every gate before it is used."));
    }
    SystemId id =
        SystemIds.of(
            object.path("source_id").asString(""), record.in(RecordField.NAME, Language.ENGLISH));
    return new Imported(id, record, List.copyOf(findings));
  }

  private static String code(String tag) {
    return LANGUAGES.entrySet().stream()
        .filter(each -> each.getValue().equals(tag))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("ENG");
  }

  private static String status(Dossier dossier) {
    if (dossier.stage().live()) {
      return "In gebruik";
    }
    return dossier.stage().over() ? "Buiten gebruik" : "In ontwikkeling";
  }

  private static String category(Dossier dossier) {
    if (dossier.risk().filter(r -> r == RiskClass.HIGH).isPresent()) {
      return "Hoog-risico AI-systeem";
    }
    return dossier.people() ? "Impactvolle algoritmes" : "Overige algoritmes";
  }
}
