package eu.trama.city.twin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The models that the systems of this server plug into the twin.
@Component
public class Models {

  private final Map<String, Model> byId;
  private final Map<String, String> codeHashes = new ConcurrentHashMap<>();

  Models(List<Model> models) {
    byId = models.stream().collect(Collectors.toUnmodifiableMap(Model::id, Function.identity()));
  }

  public Collection<Model> all() {
    return byId.values().stream().sorted(java.util.Comparator.comparing(Model::id)).toList();
  }

  public Optional<Model> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// @throws BadInput when there is no such model
  public Model require(String id) {
    return find(id)
        .orElseThrow(() ->
            new BadInput(
                Finding.error(
                    "model-unknown",
                    "run",
                    0,
                    "model",
                    id,
                    "Use one of " + byId.keySet().stream().sorted().toList() + ".")));
  }

  /// Hash of the classes that compute a model.
  public String codeHash(Model model) {
    return codeHashes.computeIfAbsent(model.id(), id -> CodeHash.of(model.code()));
  }
}
