package eu.trama.city.algorithms.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.trama.city.algorithms.exchange.Standard;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.twin.Json;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The published register for programs.
@Controller
class FilesController {

  private final Register register;
  private final List<Standard> standards;

  FilesController(Register register, List<Standard> standards) {
    this.register = register;
    this.standards = standards;
  }

  private Stream<Entry> published() {
    return register.all().stream().filter(entry -> entry.published().isPresent());
  }

  @GetMapping("/algorithms.json")
  ResponseEntity<byte[]> json() {
    List<Map<String, Object>> all = published().map(this::object).toList();
    return answer("application/json", Json.writeReadable(Map.of("systems", all)));
  }

  private Map<String, Object> object(Entry entry) {
    var object = new TreeMap<String, Object>();
    object.put("id", entry.id().value());
    object.put("stage", entry.dossier().stage().key());
    object.put("origin", entry.dossier().origin().key());
    object.put("actsOnPeople", entry.dossier().people());
    object.put("suspended", entry.dossier().suspension().isPresent());
    object.put("codeHash", entry.dossier().version());
    object.put("version", entry.versionLabel());
    entry.dossier().risk().ifPresent(risk -> object.put("risk", risk.key()));
    var fields = new TreeMap<String, Object>();
    entry
        .shown()
        .fields()
        .forEach((field, texts) ->
            fields.put(
                field.key(), field.inLanguages() ? texts.byTag() : entry.shown().plain(field)));
    object.put("fields", fields);
    object.put(
        "signatures",
        entry.dossier().signatures().values().stream()
            .sorted(java.util.Comparator.comparing(s -> s.gate()))
            .map(s ->
                Map.of(
                    "gate", s.gate(),
                    "role", s.role().key(),
                    "at", s.at().toString(),
                    "evidence", s.evidence().hash()))
            .toList());
    return object;
  }

  @GetMapping("/algorithms.csv")
  ResponseEntity<byte[]> csv(Visit visit) {
    var out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(out);
    var header = new ArrayList<>(List.of("id", "stage", "risk", "origin", "code_hash"));
    for (RecordField field : RecordField.values()) {
      header.add(field.key().replace('-', '_'));
    }
    csv.writeRecord(header);
    published()
        .forEach(entry -> {
          var cells = new ArrayList<String>();
          cells.add(entry.id().value());
          cells.add(entry.dossier().stage().key());
          cells.add(entry.dossier().risk().map(r -> r.key()).orElse(""));
          cells.add(entry.dossier().origin().key());
          cells.add(entry.dossier().version());
          for (RecordField field : RecordField.values()) {
            cells.add(unformula(entry.shown().in(field, visit.language())));
          }
          csv.writeRecord(cells);
        });
    return answer("text/csv;charset=UTF-8;header=present", out.toString());
  }

  /// No text becomes a formula of a spreadsheet (OWASP, "CSV Injection").
  private static String unformula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @GetMapping("/algorithms.atom")
  ResponseEntity<byte[]> atom(Visit visit, HttpServletRequest request) {
    String host = request.getRequestURL().toString().replaceAll("/algorithms\\.atom.*$", "");
    var words = new EntryWords(visit.words(), register.lifeCycle());
    return answer(
        "application/atom+xml;charset=UTF-8", AtomFeed.write(published().toList(), words, host));
  }

  @GetMapping("/algorithms/standards/{file}")
  ResponseEntity<byte[]> standard(
      Visit visit,
      @PathVariable("file") String file,
      @RequestParam(name = "id", defaultValue = "") String id) {
    Standard standard =
        standards.stream()
            .filter(each -> file.equals(each.key() + ".json"))
            .findFirst()
            .orElseThrow(RegisterEntries::missing);
    List<Map<String, Object>> all =
        published()
            .filter(entry -> id.isEmpty() || entry.id().value().equals(id))
            .map(entry -> standard.write(entry, visit.language()))
            .toList();
    return answer("application/json", Json.writeReadable(all));
  }

  private static ResponseEntity<byte[]> answer(String type, String text) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
