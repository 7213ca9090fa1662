package eu.trama.city.twin.commands;

import eu.trama.city.cli.City;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.Models;
import eu.trama.city.twin.Run;
import eu.trama.city.twin.RunComputer;
import eu.trama.city.twin.Runs;
import eu.trama.city.twin.Scenario;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama run`: models without the web page.
@Command(name = "run", description = "Runs a model on a city or a scenario, and shows runs.")
public final class RunCommand implements CityCommand {

  private static final long LOOK_MILLIS = 200;

  private final City.Opener opener;

  @Spec private CommandSpec spec = CommandSpec.create();

  public RunCommand(City.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do with runs.");
  }

  @Command(
      name = "models",
      mixinStandardHelpOptions = true,
      description = "Lists the models with their parameters and indicators.")
  int models() {
    return within(city -> {
      Console.json(city.service(Models.class).all().stream().map(RunCommand::view).toList());
      return DONE;
    });
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description =
          "Asks for a run, waits until it has ended, and prints it. What was computed before is not again.")
  int start(
      @Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId,
      @Parameters(paramLabel = "MODEL", description = "Such as reach; see ‘run models’.")
          String model,
      @Option(
              names = "--scenario",
              paramLabel = "ID",
              description = "The scenario to compute; without it, the city as it is.")
          @Nullable String scenario,
      @Option(
              names = {"-p", "--parameter"},
              paramLabel = "NAME=VALUE",
              description = "A parameter of the model. May be repeated.")
          @Nullable Map<String, String> parameters) {
    return within(city -> {
      Map<String, String> chosen = parameters == null ? Map.of() : parameters;
      Run run = request(city, cityId, model, Optional.ofNullable(scenario), chosen);
      Run ended = await(city.service(Runs.class), run);
      Console.json(RunView.of(ended));
      return ended.state() == Run.State.DONE ? DONE : FAILED;
    });
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Prints everything that went into a run, how it went and what it cost.")
  int show(
      @Parameters(paramLabel = "ID", description = "The run, or the beginning of its id.")
          String id,
      @Option(names = "--result", description = "Print the result's bytes instead.")
          boolean result) {
    return within(city -> {
      Runs runs = city.service(Runs.class);
      Run run = find(runs, id);
      if (result) {
        Console.text(
            runs.resultBytes(run)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8) + "\n")
                .orElse(""));
      } else {
        Console.json(RunView.of(run));
      }
      return DONE;
    });
  }

  @Command(
      name = "again",
      mixinStandardHelpOptions = true,
      description = "Computes a run once more and compares the bytes with those that were kept.")
  int again(
      @Parameters(paramLabel = "ID", description = "The run, or the beginning of its id.")
          String id) {
    return within(city -> {
      Run run = find(city.service(Runs.class), id);
      String now = city.service(RunComputer.class).again(run);
      boolean same = now.equals(run.resultSha256());
      var view = new LinkedHashMap<String, Object>();
      view.put("id", run.id());
      view.put("kept", run.resultSha256());
      view.put("again", now);
      view.put("same", same);
      Console.json(view);
      return same ? DONE : FAILED;
    });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the latest runs of a city.")
  int list(@Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId) {
    return within(city -> {
      List<Run> runs = city.service(Runs.class).recent(cityId, 100);
      Console.json(
          runs.stream()
              .map(run -> Map.of("id", run.id(), "model", run.model(), "state", run.state().name()))
              .toList());
      return DONE;
    });
  }

  private interface Work {
    int with(City city) throws InterruptedException;
  }

  private int within(Work work) {
    try (City city = opener.open()) {
      return work.with(city);
    } catch (BadInput refused) {
      Console.tell(refused);
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private Run request(
      City city,
      String cityId,
      String model,
      Optional<String> scenarioId,
      Map<String, String> parameters) {
    Runs runs = city.service(Runs.class);
    Twin twin = city.service(Twin.class);
    if (twin.city(cityId).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "No city "
              + cityId
              + "; there is "
              + twin.cities().stream().map(each -> each.id()).toList()
              + ".");
    }
    if (scenarioId.isEmpty()) {
      return runs.baseline(twin.today(cityId), model, parameters);
    }
    Scenario scenario =
        city.service(Scenarios.class)
            .find(scenarioId.get())
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "No scenario " + scenarioId.get() + "."));
    return runs.of(scenario, model, parameters);
  }

  /// Looks at the run until it has ended: it may be computed by another server on the same store.
  private static Run await(Runs runs, Run asked) throws InterruptedException {
    Run run = asked;
    String told = "";
    while (!run.state().ended()) {
      String now = "%s %3.0f %%".formatted(run.stage(), run.progress() * 100);
      if (!now.equals(told)) {
        Console.tell(now.strip());
        told = now;
      }
      Thread.sleep(LOOK_MILLIS);
      run = runs.find(run.id()).orElseThrow();
    }
    return run;
  }

  private Run find(Runs runs, String id) {
    return runs.find(id)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(), "No run, or several, begin with " + id + "."));
  }

  private static Map<String, Object> view(Model model) {
    var view = new LinkedHashMap<String, Object>();
    view.put("id", model.id());
    view.put("version", model.version());
    view.put("reads", model.reads());
    view.put("parameters", model.parameters());
    view.put(
        "indicators",
        model.indicators().stream()
            .map(each -> Map.of("id", each.id(), "unit", each.unit(), "facets", each.facets()))
            .toList());
    return view;
  }
}
