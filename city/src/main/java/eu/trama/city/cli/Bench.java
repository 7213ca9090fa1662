package eu.trama.city.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama bench NAME`: measures, and ends with one line a goal. It exits 0 either way: a
/// measurement is not a test.
@Command(
    name = "bench",
    description =
        "Measures this Trama against its goals; without a name, lists what can be measured.")
public final class Bench implements CityCommand {

  private final List<Benchmark> benchmarks;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "What to measure.")
  private @Nullable String name;

  public Bench(List<Benchmark> benchmarks) {
    this.benchmarks = List.copyOf(benchmarks);
  }

  @Override
  public Integer call() throws Exception {
    if (name == null) {
      benchmarks.forEach(each -> System.out.printf("%-8s %s%n", each.name(), each.description()));
      return DONE;
    }
    List<Benchmark> chosen = benchmarks.stream().filter(each -> each.name().equals(name)).toList();
    if (chosen.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "No benchmark is called '%s'; there are: %s"
              .formatted(
                  name, String.join(", ", benchmarks.stream().map(Benchmark::name).toList())));
    }
    for (Benchmark each : chosen) {
      each.measure().forEach(System.out::println);
    }
    return DONE;
  }
}
