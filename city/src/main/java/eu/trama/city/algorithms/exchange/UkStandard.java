package eu.trama.city.algorithms.exchange;

import static eu.trama.city.algorithms.exchange.FieldTable.Attribute.beside;
import static eu.trama.city.algorithms.exchange.FieldTable.Attribute.of;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Stage;
import eu.trama.city.web.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The Algorithmic Transparency Recording Standard of the United Kingdom, version 3.0: its
/// attributes of tiers 1 and 2, by the names of its template. The phase follows from the stage here
/// and is not taken from a file.
@Component
class UkStandard implements Standard {

  static final String VERSION = "3.0";

  private static final Set<String> COMPUTED = Set.of("id", "standard_version", "phase", "lang");

  private static final FieldTable TABLE =
      new FieldTable(
          "atrs",
          Stream.of(metadata(), tierOne(), owner(), rationale(), process(), tool(), data(), risks())
              .flatMap(List::stream)
              .toList());

  private static List<FieldTable.Attribute> metadata() {
    return List.of(
        beside("organisation_type"),
        beside("function"),
        beside("capability"),
        beside("task"),
        of("tags", RecordField.TAGS),
        beside("date_of_completion"),
        beside("date_updated"),
        of("date_archived", RecordField.END),
        beside("title"),
        beside("organisation_name"),
        of("region", RecordField.CITY),
        of("one_sentence_description", RecordField.SUMMARY));
  }

  private static List<FieldTable.Attribute> tierOne() {
    return List.of(
        of("name", RecordField.NAME),
        of("description", RecordField.PURPOSE),
        of("website_url", RecordField.WEBSITE),
        of("contact_email", RecordField.CONTACT));
  }

  private static List<FieldTable.Attribute> owner() {
    return List.of(
        of("organisation_or_department", RecordField.ORGANISATION),
        of("team", RecordField.TEAM),
        of("senior_responsible_owner", RecordField.OWNER),
        beside("external_supplier_involvement"),
        of("external_supplier", RecordField.SUPPLIER),
        beside("companies_house_number"),
        of("external_supplier_role", RecordField.SUPPLIER_ROLE),
        of("procurement_procedure_type", RecordField.PROCEDURE),
        of("data_access_terms", RecordField.DATA_ACCESS));
  }

  private static List<FieldTable.Attribute> rationale() {
    return List.of(
        of("detailed_description", RecordField.METHOD),
        of("scope", RecordField.AFFECTED),
        of("benefit", RecordField.PROPORTIONALITY),
        of("previous_process", RecordField.BEFORE),
        of("alternatives_considered", RecordField.ALTERNATIVES));
  }

  private static List<FieldTable.Attribute> process() {
    return List.of(
        of("process_integration", RecordField.INTEGRATION),
        of("provided_information", RecordField.OUTPUT),
        of("frequency_and_scale_of_usage", RecordField.SCALE),
        of("human_decisions_and_review", RecordField.OVERSIGHT),
        of("required_training", RecordField.TRAINING),
        of("appeals_and_review", RecordField.APPEALS));
  }

  private static List<FieldTable.Attribute> tool() {
    return List.of(
        of("system_architecture", RecordField.ARCHITECTURE),
        of("maintenance", RecordField.MAINTENANCE),
        of("models", RecordField.MODELS),
        beside("model_name"),
        beside("model_version"),
        beside("model_task"),
        beside("model_input"),
        beside("model_output"),
        beside("model_architecture"),
        of("model_performance", RecordField.PERFORMANCE),
        beside("datasets"),
        beside("dataset_purposes"));
  }

  private static List<FieldTable.Attribute> data() {
    return List.of(
        beside("source_data_name"),
        beside("data_modality"),
        of("data_description", RecordField.DATA),
        beside("data_quantities"),
        of("sensitive_attributes", RecordField.SENSITIVE),
        beside("data_completeness_and_representativeness"),
        beside("source_data_url"),
        beside("data_collection"),
        beside("data_cleaning"),
        beside("data_sharing_agreements"),
        beside("data_access_and_storage"));
  }

  private static List<FieldTable.Attribute> risks() {
    return List.of(
        of("impact_assessment", RecordField.ASSESSMENTS),
        of("risks_and_mitigations", RecordField.RISKS));
  }

  @Override
  public String key() {
    return "atrs";
  }

  @Override
  public Map<String, Object> write(Entry entry, Language language) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", entry.id().value());
    object.put("standard_version", VERSION);
    object.put("phase", phase(entry.dossier().stage()));
    object.put("lang", entry.shown().texts(RecordField.NAME).tag(language));
    object.putAll(TABLE.write(entry.shown(), language));
    return object;
  }

  @Override
  public Imported read(JsonNode object, int number) {
    String lang = object.path("lang").asString("en");
    String tag = lang.matches("[a-z]{2}") ? lang : "en";
    FieldTable.Read read = TABLE.read(object, tag, COMPUTED, number);
    SystemId id =
        SystemIds.of(
            object.path("id").asString(""), read.record().in(RecordField.NAME, Language.ENGLISH));
    return new Imported(id, read.record(), List.copyOf(read.findings()));
  }

  private static String phase(Stage stage) {
    if (stage.live()) {
      return "Production";
    }
    return stage.over() ? "Retired" : "Pre-deployment";
  }
}
