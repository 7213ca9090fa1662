package eu.trama.city.twin.commands;

import eu.trama.city.cli.City;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.EditJson;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.ScenarioDiff;
import eu.trama.city.twin.ScenarioJson;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Templates;
import eu.trama.city.twin.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama scenario`: policies as files, without the web page.
@Command(name = "scenario", description = "Makes, edits, compares, exports and imports scenarios.")
public final class ScenarioCommand implements CityCommand {

  private static final long LARGEST_FILE = 16L << 20;

  private final City.Opener opener;

  @Spec private CommandSpec spec = CommandSpec.create();

  public ScenarioCommand(City.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do with scenarios.");
  }

  @Command(
      name = "templates",
      mixinStandardHelpOptions = true,
      description = "Lists the ready-made scenarios of a city.")
  int templates(
      @Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId) {
    return prints(city ->
        city.service(Templates.class).of(cityId).stream()
            .map(each -> Map.of("id", each.id(), "name", each.content().name()))
            .toList());
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Makes a scenario from a JSON file, laid over the city of today, and prints its id.")
  int read(
      @Parameters(paramLabel = "FILE", description = "As ‘scenario export’ writes it.") Path file) {
    return prints(city -> made(city, ScenarioJson.read(text(file), file.toString())));
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Makes a scenario from a ready-made one, and prints its id.")
  int start(
      @Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId,
      @Parameters(paramLabel = "TEMPLATE", description = "See ‘scenario templates’.")
          String template) {
    return prints(city ->
        made(
            city,
            city.service(Templates.class).of(cityId).stream()
                .filter(each -> each.id().equals(template))
                .findFirst()
                .orElseThrow(
                    () -> usage("No ready-made scenario " + template + " in " + cityId + "."))
                .content()));
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Prints a scenario as JSON.")
  int export(@Parameters(paramLabel = "ID", description = "The scenario.") String id) {
    return prints(city -> ScenarioJson.write(find(city, id)));
  }

  @Command(
      name = "edit",
      mixinStandardHelpOptions = true,
      description = "Adds a step, given as JSON, to a scenario.")
  int edit(
      @Parameters(paramLabel = "ID", description = "The scenario.") String id,
      @Parameters(
              paramLabel = "STEP",
              description =
                  "Such as {\"op\":\"remove\",\"layer\":\"stops\",\"id\":\"metro-espanya\"}.")
          String step) {
    return prints(city -> {
      var edit = EditJson.read(Json.readOutside(step, "step"), "step");
      return summary(city.service(Scenarios.class).edit(id, edit));
    });
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      description = "Takes back the last step of a scenario.")
  int undo(@Parameters(paramLabel = "ID", description = "The scenario.") String id) {
    return prints(city -> summary(city.service(Scenarios.class).undo(id)));
  }

  @Command(
      name = "redo",
      mixinStandardHelpOptions = true,
      description = "Makes the step again that was taken back last.")
  int redo(@Parameters(paramLabel = "ID", description = "The scenario.") String id) {
    return prints(city -> summary(city.service(Scenarios.class).redo(id)));
  }

  @Command(
      name = "branch",
      mixinStandardHelpOptions = true,
      description = "Copies a scenario, to go another way from there.")
  int branch(
      @Parameters(paramLabel = "ID", description = "The scenario.") String id,
      @Option(names = "--name", required = true, description = "Name of the copy.") String name) {
    return prints(city -> summary(city.service(Scenarios.class).branch(find(city, id), name)));
  }

  @Command(
      name = "diff",
      mixinStandardHelpOptions = true,
      description = "Prints what two scenarios of a city have differently.")
  int diff(
      @Parameters(paramLabel = "ID", description = "The first scenario.") String left,
      @Parameters(paramLabel = "OTHER", description = "The second scenario.") String right) {
    return prints(city -> {
      Scenario one = find(city, left);
      Scenario other = find(city, right);
      if (!one.city().equals(other.city())) {
        throw usage("These are scenarios of two cities; compare their runs instead.");
      }
      Scenarios scenarios = city.service(Scenarios.class);
      return ScenarioDiff.of(scenarios.view(one), scenarios.view(other)).differences().stream()
          .map(each -> Map.of("layer", each.layer(), "id", each.id(), "differ", each.properties()))
          .toList();
    });
  }

  /// Prints as JSON what the work gives.
  private int prints(Function<City, Object> work) {
    try (City city = opener.open()) {
      Console.json(work.apply(city));
      return DONE;
    } catch (BadInput refused) {
      Console.tell(refused);
      return FAILED;
    }
  }

  private Map<String, Object> made(City city, ScenarioJson.Content content) {
    Twin twin = city.service(Twin.class);
    if (twin.city(content.city()).isEmpty()) {
      throw usage("No city " + content.city() + ".");
    }
    return summary(city.service(Scenarios.class).adopt(content, "en"));
  }

  private Scenario find(City city, String id) {
    return city.service(Scenarios.class)
        .find(id)
        .orElseThrow(() -> usage("No scenario " + id + "."));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static Map<String, Object> summary(Scenario scenario) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", scenario.id());
    view.put("city", scenario.city());
    view.put("name", scenario.name());
    view.put("steps", scenario.edits().size());
    view.put("undone", scenario.undone());
    return view;
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new BadInput(
            Finding.error(
                "file-large",
                file.toString(),
                0,
                "",
                Files.size(file) + " bytes",
                "A scenario has at most 16 MiB."));
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
