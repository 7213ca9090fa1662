package eu.trama.city.twin.commands;

import eu.trama.city.cli.City;
import eu.trama.city.cli.CityCommand;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Twin;
import eu.trama.city.twin.federation.Peer;
import eu.trama.city.twin.federation.Peers;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./trama peer`: which other servers a city looks at.
@Command(
    name = "peer",
    description = "Adds, lists and removes the servers of other cities that a city looks at.")
public final class PeerCommand implements CityCommand {

  private final City.Opener opener;

  @Spec private CommandSpec spec = CommandSpec.create();

  public PeerCommand(City.Opener opener) {
    this.opener = opener;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do with other servers.");
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Adds a server, which must answer now, and prints its id.")
  int add(
      @Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId,
      @Parameters(
              paramLabel = "ADDRESS",
              description =
                  "Landing page of its OGC API, such as https://twin.example.org/ogc/bologna.")
          String address)
      throws InterruptedException {
    try (City city = opener.open()) {
      Console.json(Map.of("id", city.service(Peers.class).add(known(city, cityId), address)));
      return DONE;
    } catch (BadInput refused) {
      Console.tell(refused);
      return FAILED;
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the servers that a city looks at.")
  int list(@Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId) {
    try (City city = opener.open()) {
      Console.json(
          city.service(Peers.class).of(known(city, cityId)).stream()
              .map(PeerCommand::view)
              .toList());
      return DONE;
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Stops looking at a server.")
  int remove(
      @Parameters(paramLabel = "CITY", description = "Such as barcelona.") String cityId,
      @Parameters(paramLabel = "ID", description = "As ‘peer list’ prints it.") String id) {
    try (City city = opener.open()) {
      if (city.service(Peers.class).remove(known(city, cityId), id)) {
        return DONE;
      }
      Console.tell("No server " + id + " in " + cityId + ".");
      return FAILED;
    }
  }

  private static Map<String, String> view(Peer peer) {
    return Map.of(
        "id", peer.id(),
        "title", peer.title(),
        "address", peer.address().toString(),
        "added", peer.addedAt().toString());
  }

  private String known(City city, String id) {
    if (city.service(Twin.class).city(id).isEmpty()) {
      throw new ParameterException(spec.commandLine(), "No city " + id + ".");
    }
    return id;
  }
}
