package eu.trama.city.algorithms.screening;

import eu.trama.city.algorithms.SystemId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// Screenings that the platform's authors propose for its own systems, out of
/// `packs/algorithms/screenings`. They count for nothing until somebody attaches one. A file that
/// no longer leads to an end of the tree stops the server.
@Component
class Proposals {

  private static final String FILES = "classpath*:packs/algorithms/screenings/*.yaml";

  private final Map<String, List<String>> bySystem = new TreeMap<>();

  Proposals(Trees trees) throws IOException {
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      String name = String.valueOf(file.getFilename());
      List<String> keys = answers(file);
      Walk walk = Walk.of(trees.aiAct(), keys);
      if (!walk.ended() || walk.keys().size() != keys.size()) {
        throw new IllegalStateException(
            name + ": the answers after the first " + walk.keys().size() + " do not fit the tree");
      }
      bySystem.put(name.replace(".yaml", ""), keys);
    }
  }

  /// Keys of the answers; empty where nothing is proposed.
  Optional<List<String>> of(SystemId system) {
    return Optional.ofNullable(bySystem.get(system.value()));
  }

  private static List<String> answers(Resource file) {
    try {
      String text = file.getContentAsString(StandardCharsets.UTF_8);
      Map<?, ?> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return all.get("answers") instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
