package eu.trama.city.algorithms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.stages.Dossier;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Entries go out in a standard and come in again without loss. The attributes are written here
/// once more, from the standards' own tables.
class StandardsTest {

  private static final String DUTCH =
      """
      {"name": "Parkeerscan", "description_short": "Scant kentekens.", "organization": "Gemeente",
       "category": ["Verkeer"], "status": "In ontwikkeling", "begin_date": "2024-01",
       "end_date": "2027-01", "contact_email": "algoritmes@stad.example",
       "website": "https://stad.example", "publication_category": "Impactvolle algoritmes",
       "url": "https://stad.example/x", "goal": "Controleren", "proportionality": "Minder lopen",
       "human_intervention": "Een medewerker beslist", "risks": "Verkeerd gelezen kenteken",
       "lawful_basis": "Gemeentewet",
       "lawful_basis_grouping": [{"title": "Artikel 225", "link": "https://wetten.example/225"}],
       "process_index_url": "https://avg.example/7",
       "impacttoetsen_grouping": [{"title": "DPIA", "link": "https://stad.example/dpia"}],
       "impacttoetsen": "DPIA in 2023", "source_data": "Parkeerrechten",
       "source_data_grouping": [{"title": "NPR", "link": "https://npr.example"}],
       "methods_and_models": "Tekenherkenning", "provider": "Leverancier BV",
       "publiccode": "https://code.example", "lang": "NLD", "standard_version": "1.0",
       "source_id": "parkeerscan", "tags": "parkeren"}
      """;

  /// Attributes of tiers 1 and 2 and of the metadata, template of version 3.0.
  private static final String ATRS =
      """
      organisation_type function capability task tags date_of_completion date_updated date_archived
      title organisation_name region one_sentence_description name description website_url
      contact_email organisation_or_department team senior_responsible_owner
      external_supplier_involvement external_supplier companies_house_number
      external_supplier_role procurement_procedure_type data_access_terms detailed_description scope
      benefit previous_process alternatives_considered process_integration provided_information
      frequency_and_scale_of_usage human_decisions_and_review required_training appeals_and_review
      system_architecture maintenance models model_name model_version model_task model_input
      model_output model_architecture model_performance datasets dataset_purposes source_data_name
      data_modality data_description data_quantities sensitive_attributes
      data_completeness_and_representativeness source_data_url data_collection data_cleaning
      data_sharing_agreements data_access_and_storage impact_assessment risks_and_mitigations
      """;

  private static final Standard DUTCH_STANDARD = new DutchStandard();
  private static final Standard UK_STANDARD = new UkStandard();

  private static Entry entry(Imported imported) {
    return new Entry(
        imported.id(),
        imported.record(),
        1,
        Optional.of(imported.record()),
        1,
        List.of(),
        Dossier.NEW);
  }

  private static JsonNode again(Standard standard, Imported imported, Language language) {
    return Json.read(Json.write(standard.write(entry(imported), language)));
  }

  @Test
  void aDutchEntryComesOutAsItWentIn() {
    JsonNode in = Json.read(DUTCH);
    Imported imported = DUTCH_STANDARD.read(in, 1);
    assertThat(imported.id().value()).isEqualTo("parkeerscan");
    assertThat(imported.record().plain(RecordField.AREA)).isEqualTo("traffic");
    assertThat(again(DUTCH_STANDARD, imported, Language.ENGLISH)).isEqualTo(in);
    assertThat(imported.findings())
        .extracting(Finding::field)
        .doesNotContainAnyElementsOf(in.propertyNames());
  }

  @Test
  void aBritishEntryComesOutAsItWentIn() {
    var all = new TreeMap<String, Object>();
    for (String attribute : ATRS.strip().split("\\s+", -1)) {
      all.put(attribute, "Text of " + attribute);
    }
    all.put("id", "benefit-check");
    all.put("standard_version", "3.0");
    all.put("phase", "Pre-deployment");
    all.put("lang", "en");
    JsonNode in = Json.read(Json.write(all));
    Imported imported = UK_STANDARD.read(in, 1);
    assertThat(imported.findings()).isEmpty();
    assertThat(again(UK_STANDARD, imported, Language.ENGLISH)).isEqualTo(in);
  }

  /// What goes from one standard through the record to the other keeps what both can say.
  @Test
  void anEntryGoesFromOneStandardToTheOther() {
    Imported dutch = DUTCH_STANDARD.read(Json.read(DUTCH), 1);
    JsonNode uk = again(UK_STANDARD, dutch, Language.ENGLISH);
    assertThat(uk.path("name").asString()).isEqualTo("Parkeerscan");
    assertThat(uk.path("description").asString()).isEqualTo("Controleren");
    assertThat(uk.path("external_supplier").asString()).isEqualTo("Leverancier BV");
    assertThat(uk.path("lang").asString()).isEqualTo("nl");
  }

  @Test
  void recordsInFourLanguagesSurviveEachStandardInEachLanguage() {
    var random = new Random(7);
    for (Language language : Language.values()) {
      for (Standard standard : List.of(DUTCH_STANDARD, UK_STANDARD)) {
        var record = AlgorithmRecord.EMPTY;
        for (RecordField field : RecordField.values()) {
          String text = field.key() + " " + random.nextInt(1_000) + " «ü»";
          record =
              switch (field.kind()) {
                case TEXT ->
                    record.with(
                        field,
                        new eu.trama.city.algorithms.Texts(
                            Map.of("ca", text + "c", "es", text + "s", "en", text, "it", text)));
                case CHOICE -> record.with(field, "health");
                case LINKS -> record.with(field, text + " | https://x.example/" + text);
                default -> record.with(field, text);
              };
        }
        var there = new Imported(new eu.trama.city.algorithms.SystemId("a-b"), record, List.of());
        JsonNode out = again(standard, there, language);
        Imported back = standard.read(out, 1);
        assertThat(back.findings()).isEmpty();
        assertThat(back.id().value()).isEqualTo("a-b");
        assertThat(again(standard, back, language)).isEqualTo(out);
        for (RecordField field : back.record().fields().keySet()) {
          assertThat(back.record().in(field, language)).isEqualTo(record.in(field, language));
        }
      }
    }
  }

  @Test
  void whatIsUnknownOrMissingIsTold() {
    Imported imported =
        DUTCH_STANDARD.read(
            Json.read(
                """
                {"name": "X", "lang": "XXX", "colour": "red", "category": ["Magie"],
                 "status": "In gebruik"}
                """),
            3);
    assertThat(imported.findings())
        .extracting(f -> f.code() + " " + f.field() + " " + f.line())
        .contains(
            "field-unknown colour 3",
            "field-missing goal 3",
            "language-unknown lang 3",
            "category-unknown category 3",
            "status-not-taken status 3");
    assertThat(imported.id().value()).startsWith("system-");
  }

  @Test
  void aFileIsBoundedAndWellFormed() {
    String one = "{\"name\": \"One\"}";
    assertThat(ImportFile.read(UK_STANDARD, "[" + one + "]")).hasSize(1);
    assertThat(ImportFile.read(UK_STANDARD, one)).hasSize(1);
    for (String bad :
        List.of(
            "",
            "[",
            "[]",
            "3",
            "[3]",
            "[" + one + "," + one + "]",
            "[" + "{},".repeat(200) + "{}]",
            "[".repeat(500) + "]".repeat(500),
            "\"" + "x".repeat(2_000_000) + "\"")) {
      assertThatThrownBy(() -> ImportFile.read(UK_STANDARD, bad))
          .as(bad.substring(0, Math.min(20, bad.length())))
          .isInstanceOf(BadInput.class);
    }
    Imported taken = ImportFile.read(UK_STANDARD, "{\"name\": \"Council\"}").getFirst();
    assertThat(taken.id().value()).startsWith("system-");
    Imported long1 =
        ImportFile.read(UK_STANDARD, "{\"name\": \"" + "y".repeat(20_001) + "\"}").getFirst();
    assertThat(long1.findings()).extracting(Finding::code).contains("text-too-long");
  }
}
