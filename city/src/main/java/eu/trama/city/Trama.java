package eu.trama.city;

import eu.trama.city.algorithms.commands.StudyCommand;
import eu.trama.city.cli.Alone;
import eu.trama.city.cli.Bench;
import eu.trama.city.cli.City;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.cli.LoadBench;
import eu.trama.city.cli.Shell;
import eu.trama.city.cli.StartBench;
import eu.trama.city.cli.Status;
import eu.trama.city.cli.Train;
import eu.trama.city.cli.Up;
import eu.trama.city.ledger.bench.LedgerBench;
import eu.trama.city.ledger.commands.LedgerCommand;
import eu.trama.city.mobility.GtfsImporter;
import eu.trama.city.mobility.bench.TransitBench;
import eu.trama.city.ogc.GrowthBench;
import eu.trama.city.operations.BackupCommand;
import eu.trama.city.operations.RestoreCommand;
import eu.trama.city.persons.commands.PersonsCommand;
import eu.trama.city.twin.ImportCommand;
import eu.trama.city.twin.ImportKind;
import eu.trama.city.twin.commands.PeerCommand;
import eu.trama.city.twin.commands.RunCommand;
import eu.trama.city.twin.commands.ScenarioCommand;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// The program: `./trama COMMAND`.
public final class Trama {

  private Trama() {}

  static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  /// What people start most has no options: it need not wait until the words and the help of every
  /// command are known, nor for the parser of words, which the JVM cannot keep ready.
  private static int run(List<String> arguments) {
    if (arguments.equals(List.of("up"))) {
      return Alone.run("up", up());
    }
    if (arguments.equals(List.of("train"))) {
      return Alone.run("train", new Train(CityServer.class));
    }
    return Shell.commandLine(commands()).execute(arguments.toArray(String[]::new));
  }

  private static Up up() {
    return new Up(CityServer.class, Clock.systemUTC());
  }

  private static City city() {
    return City.open(CityServer.class);
  }

  private static List<ImportKind> importKinds() {
    return Stream.concat(Stream.of(GtfsImporter.KIND), ImportKind.OF_TWIN.stream()).toList();
  }

  /// Every command there is; a module's own commands join here.
  static List<CityCommand> commands() {
    return List.of(
        up(),
        new Status(System::getenv),
        new ImportCommand(Trama::city, importKinds()),
        new ScenarioCommand(Trama::city),
        new RunCommand(Trama::city),
        new PeerCommand(Trama::city),
        new LedgerCommand(System::getenv),
        new StudyCommand(),
        new PersonsCommand(Trama::city),
        new BackupCommand(System::getenv, Clock.systemUTC()),
        new RestoreCommand(System::getenv),
        new Bench(
            List.of(
                new StartBench(),
                new LoadBench(),
                new GrowthBench(CityServer.class),
                new LedgerBench(),
                new TransitBench())),
        new Train(CityServer.class));
  }
}
