package eu.trama.city.twin.packs;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Templates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The ready-made scenarios that the packs bring.
@Component
class PackTemplates implements Templates {

  private static final String ANY_CITY = "";

  private final Map<String, List<Template>> byCity = new ConcurrentHashMap<>();

  @Override
  public List<Template> of(String city) {
    List<Template> anywhere = policies();
    return byCity.computeIfAbsent(
        city,
        id ->
            Stream.concat(
                    new Pack(id).scenarios().stream().map(PackTemplates::template),
                    anywhere.stream()
                        .map(each -> new Template(each.id(), each.content().in(id), each.text())))
                .toList());
  }

  @Override
  public List<Template> policies() {
    return byCity.computeIfAbsent(
        ANY_CITY, any -> Pack.policies().stream().map(PackTemplates::template).toList());
  }

  private static Template template(String json) {
    return new Template(
        Json.read(json).path("id").asString(), ScenarioJson.read(json, "packs scenario"), json);
  }
}
