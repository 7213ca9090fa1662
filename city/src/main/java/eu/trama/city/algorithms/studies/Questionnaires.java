package eu.trama.city.algorithms.studies;

import eu.trama.city.twin.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The questionnaires of the product: those in `packs/algorithms/questionnaires`. One that is wrong
/// stops the server.
@Component
public class Questionnaires {

  /// Canada's scoring, with questions of this project.
  public static final String IMPACT = "impact";

  /// Art. 27 of the AI Act.
  public static final String FUNDAMENTAL_RIGHTS = "fundamental-rights";

  /// Art. 35 of the GDPR.
  public static final String DATA_PROTECTION = "data-protection";

  /// A questionnaire with the text that defines it.
  record Defined(Questionnaire questionnaire, String definition) {}

  private final Map<String, Defined> byName = new TreeMap<>();

  public Questionnaires() {
    for (Resource file : files("classpath*:packs/algorithms/questionnaires/*.json")) {
      String text = text(file);
      String name = String.valueOf(file.getFilename());
      var read = QuestionnaireReader.read(text, name, true, new Findings());
      byName.put(read.name(), new Defined(read, text));
    }
  }

  /// The current versions.
  public List<Questionnaire> all() {
    return byName.values().stream().map(Defined::questionnaire).toList();
  }

  public Optional<Questionnaire> find(String name) {
    return defined(name).map(Defined::questionnaire);
  }

  Optional<Defined> defined(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// Studies of the platform's own models that come with it: answer files by system and
  /// questionnaire.
  record Draft(String system, String questionnaire, String file) {}

  static List<Draft> drafts() {
    return files("classpath*:packs/algorithms/studies/*.json").stream()
        .map(file -> {
          var parts = String.valueOf(file.getFilename()).replace(".json", "").split("\\.", 2);
          return new Draft(parts[0], parts[1], text(file));
        })
        .toList();
  }

  private static List<Resource> files(String pattern) {
    try {
      return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
          .sorted(Comparator.comparing(r -> String.valueOf(r.getFilename())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
