package eu.trama.city.persons.commands;

import eu.trama.city.cli.City;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.persons.Forgotten;
import eu.trama.city.persons.Vault;
import eu.trama.city.twin.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama persons`: destroys a person's key, or exchanges the master key. Both can be done while
/// servers run.
@Command(name = "persons", description = "Forgets a person, or draws a new master key.")
public final class PersonsCommand implements CityCommand {

  private final City.Opener opener;

  @Spec private CommandSpec spec = CommandSpec.create();

  public PersonsCommand(City.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do with the keys of persons: forget or rotate.");
  }

  @Command(
      name = "forget",
      mixinStandardHelpOptions = true,
      description = {
        "Destroys the key of a person for good, and prints the receipt to give to them.",
        "Decisions stay as counts; what they were made of can never be read again."
      })
  int forget(
      @Parameters(
              paramLabel = "PERSON",
              description = "The person's code, as ‘Decisions about me’ shows it to them.")
          String person,
      @Option(
              names = "--again",
              paramLabel = "PERSON",
              required = true,
              description = "The same code once more, since it cannot be undone.")
          String again) {
    if (!person.equals(again)) {
      throw new ParameterException(
          spec.commandLine(), "The two codes differ. Nobody was forgotten.");
    }
    try (City city = opener.open()) {
      Optional<Forgotten> forgotten = city.service(Vault.class).forget(person);
      if (forgotten.isEmpty()) {
        err().println("No key of " + person + ": the code is another, or was forgotten before.");
        return FAILED;
      }
      out().println(Json.writeReadable(receipt(forgotten.get())));
      out().flush();
      return DONE;
    }
  }

  private static Map<String, String> receipt(Forgotten forgotten) {
    return Map.of(
        "ledger", forgotten.ledger().toString(),
        "document", forgotten.text(),
        "salt", forgotten.salt());
  }

  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = "Draws a new master key and wraps the key of every person with it.")
  int rotate() {
    try (City city = opener.open()) {
      out().println(city.service(Vault.class).rotate());
      out().flush();
      return DONE;
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
