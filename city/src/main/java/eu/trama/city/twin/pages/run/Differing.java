package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Json;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Run;
import eu.trama.city.web.Words;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/// What two runs of a model do not share, so that nobody takes a setting for an effect.
final class Differing {

  private Differing() {}

  /// The parameters that differ, with both values; empty where none does.
  static String parameters(Words words, Naming naming, Model model, Run one, Run other) {
    JsonNode left = Json.read(one.request());
    JsonNode right = Json.read(other.request());
    var differing = new ArrayList<String>();
    for (var parameter : model.parameters()) {
      JsonNode a = left.path("parameters").path(parameter.name());
      JsonNode b = right.path("parameters").path(parameter.name());
      if (!a.equals(b)) {
        differing.add(
            naming.say(words, model.id(), "parameter." + parameter.name())
                + ": "
                + naming.value(words, model.id(), parameter, a.asString())
                + " / "
                + naming.value(words, model.id(), parameter, b.asString()));
      }
    }
    if (!left.path("version").equals(right.path("version"))
        || !left.path("code").equals(right.path("code"))) {
      differing.add(words.say("twin.compare.versions"));
    }
    return String.join("; ", differing);
  }
}
