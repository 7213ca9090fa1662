package eu.trama.city;

import eu.trama.city.cli.Bench;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.cli.Shell;
import eu.trama.city.cli.StartBench;
import eu.trama.city.cli.Status;
import eu.trama.city.cli.Train;
import eu.trama.city.cli.Up;
import java.time.Clock;
import java.util.List;

/// The program: `./trama COMMAND`.
public final class Trama {

  private Trama() {}

  static void main(String[] arguments) {
    System.exit(Shell.commandLine(commands()).execute(arguments));
  }

  /// Every command there is; a module's own commands join here.
  static List<CityCommand> commands() {
    return List.of(
        new Up(CityServer.class, Clock.systemUTC()),
        new Status(System::getenv),
        new Bench(List.of(new StartBench())),
        new Train(CityServer.class));
  }
}
