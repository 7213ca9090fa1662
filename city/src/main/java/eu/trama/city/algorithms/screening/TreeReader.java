package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.screening.ScreeningTree.Amendment;
import eu.trama.city.algorithms.screening.ScreeningTree.Answer;
import eu.trama.city.algorithms.screening.ScreeningTree.AppliesFrom;
import eu.trama.city.algorithms.screening.ScreeningTree.Conclusion;
import eu.trama.city.algorithms.screening.ScreeningTree.Duty;
import eu.trama.city.algorithms.screening.ScreeningTree.Question;
import eu.trama.city.algorithms.screening.ScreeningTree.When;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Findings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a [ScreeningTree] from YAML. docs/algorithms-studies.md tells the format.
public final class TreeReader {

  private static final Set<String> WHO = Set.of("provider", "deployer", "both");
  private static final Set<String> STATUS = Set.of("proposed", "adopted", "published");

  private final TreeFile file;

  private TreeReader(TreeFile file) {
    this.file = file;
  }

  /// @param name of the file, for findings
  /// @throws BadInput with all that is wrong, when anything is
  public static ScreeningTree read(String text, String name) {
    var findings = new Findings();
    var file = new TreeFile(name, findings);
    var tree = new TreeReader(file).tree(file.read(text), Digest.hex(text));
    if (!findings.hasErrors()) {
      new TreeCheck(tree, file).check();
    }
    if (findings.hasErrors()) {
      throw new BadInput(findings.kept());
    }
    return tree;
  }

  private ScreeningTree tree(Map<String, Object> root, String hash) {
    var words = new HashMap<String, Texts>();
    file.map("words", root.get("words"))
        .forEach((key, value) -> words.put(key, file.told("words." + key, value)));
    file.share(words);
    var questions = new HashMap<String, Question>();
    file.map("questions", root.get("questions"))
        .forEach((id, value) -> questions.put(id, question(id, value)));
    return new ScreeningTree(
        file.string("id", root.get("id")),
        file.string("version", root.get("version")),
        file.string("law", root.get("law")),
        file.date("checked", root.get("checked")),
        file.string("first", root.get("first")),
        questions,
        conclusions(root.get("conclusions")),
        duties(root.get("duties")),
        dates(root.get("dates")),
        amendments(root.get("amendments")),
        hash);
  }

  private Question question(String id, Object value) {
    String at = "questions." + id;
    var entry = file.map(at, value);
    var answers = new ArrayList<Answer>();
    file.map(at + ".answers", entry.get("answers"))
        .forEach((key, answer) -> answers.add(answer(at + ".answers." + key, key, answer)));
    return new Question(
        id,
        file.told(at + ".text", entry.get("text")),
        file.optionalText(at + ".hint", entry.get("hint")),
        file.strings(at + ".articles", entry.get("articles")),
        List.copyOf(answers));
  }

  private Answer answer(String at, String key, Object value) {
    if (!key.matches("[a-z0-9-]{1,30}")) {
      file.wrong("answer-key", at, key, "Use lower-case letters, digits and hyphens, in quotes.");
    }
    var entry = file.map(at, value);
    return new Answer(
        key,
        file.told(at + ".text", entry.get("text")),
        file.optionalText(at + ".hint", entry.get("hint")),
        Set.copyOf(file.strings(at + ".facts", entry.get("facts"))),
        file.strings(at + ".articles", entry.get("articles")),
        optional(at + ".date", entry.get("date")),
        file.string(at + ".next", entry.get("next")));
  }

  private List<Conclusion> conclusions(@Nullable Object value) {
    var conclusions = new ArrayList<Conclusion>();
    file.map("conclusions", value)
        .forEach((id, each) -> {
          String at = "conclusions." + id;
          var entry = file.map(at, each);
          String risk = file.string(at + ".risk", entry.get("risk"));
          var known = RiskClass.ofKey(risk);
          if (known.isEmpty()) {
            file.wrong(
                "risk-class", at + ".risk", risk, "Use minimal, limited, high or unacceptable.");
          }
          conclusions.add(
              new Conclusion(
                  id,
                  known.orElse(RiskClass.UNACCEPTABLE),
                  file.told(at + ".title", entry.get("title")),
                  file.told(at + ".meaning", entry.get("meaning")),
                  file.told(at + ".then", entry.get("then")),
                  file.strings(at + ".articles", entry.get("articles")),
                  optional(at + ".date", entry.get("date")),
                  when(at, entry)));
        });
    return conclusions;
  }

  private List<Duty> duties(@Nullable Object value) {
    var duties = new ArrayList<Duty>();
    file.map("duties", value)
        .forEach((id, each) -> {
          String at = "duties." + id;
          var entry = file.map(at, each);
          duties.add(
              new Duty(
                  id,
                  oneOf(WHO, at + ".who", entry.get("who")),
                  file.told(at + ".text", entry.get("text")),
                  file.strings(at + ".articles", entry.get("articles")),
                  file.string(at + ".date", entry.get("date")),
                  when(at, entry)));
        });
    return duties;
  }

  private Map<String, AppliesFrom> dates(@Nullable Object value) {
    var dates = new HashMap<String, AppliesFrom>();
    file.map("dates", value)
        .forEach((key, each) -> {
          String at = "dates." + key;
          var entry = file.map(at, each);
          Object amended = entry.get("amended");
          dates.put(
              key,
              new AppliesFrom(
                  file.date(at + ".published", entry.get("published")),
                  file.string(at + ".source", entry.get("source")),
                  amended == null
                      ? Optional.<LocalDate>empty()
                      : Optional.of(file.date(at + ".amended", amended)),
                  optional(at + ".amendment", entry.get("amendment"))));
        });
    return dates;
  }

  private Map<String, Amendment> amendments(@Nullable Object value) {
    var amendments = new HashMap<String, Amendment>();
    file.map("amendments", value)
        .forEach((id, each) -> {
          String at = "amendments." + id;
          var entry = file.map(at, each);
          amendments.put(
              id,
              new Amendment(
                  id,
                  oneOf(STATUS, at + ".status", entry.get("status")),
                  file.date(at + ".on", entry.get("on")),
                  file.told(at + ".text", entry.get("text")),
                  file.strings(at + ".sources", entry.get("sources"))));
        });
    return amendments;
  }

  private When when(String at, Map<String, Object> entry) {
    var parts = file.map(at + ".when", entry.get("when"));
    return new When(
        Set.copyOf(file.strings(at + ".when.any", parts.get("any"))),
        Set.copyOf(file.strings(at + ".when.all", parts.get("all"))),
        Set.copyOf(file.strings(at + ".when.none", parts.get("none"))));
  }

  private String oneOf(Set<String> allowed, String at, @Nullable Object value) {
    String given = file.string(at, value);
    if (!allowed.contains(given)) {
      file.wrong("choice", at, given, "Use one of " + allowed.stream().sorted().toList() + ".");
    }
    return given;
  }

  private Optional<String> optional(String at, @Nullable Object value) {
    return value == null ? Optional.empty() : Optional.of(file.string(at, value));
  }
}
