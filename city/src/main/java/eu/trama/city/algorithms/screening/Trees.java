package eu.trama.city.algorithms.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The question trees of the product: those in `packs/algorithms`. One that is wrong stops the
/// server, since no system could be screened by it.
@Component
public class Trees {

  private static final String AI_ACT = "packs/algorithms/ai-act.yaml";

  private final ScreeningTree aiAct = read(AI_ACT);

  /// The questions of the EU AI Act.
  public ScreeningTree aiAct() {
    return aiAct;
  }

  private static ScreeningTree read(String path) {
    try {
      String text = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
      return TreeReader.read(text, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
