package eu.trama.city.cli;

import eu.trama.city.store.StoreSettings;
import eu.trama.city.store.StoreStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `./trama status`: what runs, where, and how far its tables are. Starts nothing and changes
/// nothing.
@Command(
    name = "status",
    description = "Says what is running, where, its versions, its size and its migrations.")
public final class Status implements CityCommand {

  private static final String DEFAULT_PORT = "8080";

  private final Function<String, @Nullable String> environment;

  public Status(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    var settings = StoreSettings.from(environment);
    line("Trama", Version.trama() + ", Java " + Runtime.version());
    line("home", settings.home().toString());
    int port = port();
    line("server", answers(port) ? "answers at http://localhost:" + port : "not running");
    Optional<StoreStatus> store = StoreStatus.look(settings);
    if (store.isEmpty()) {
      line("store", "embedded PostgreSQL, not running (./trama up starts it)");
      return DONE;
    }
    StoreStatus found = store.get();
    line("store", found.kind() + " PostgreSQL " + found.version() + " at " + found.url());
    line("size", "%.1f MB".formatted(found.bytes() / 1e6));
    for (StoreStatus.Schema schema : found.schemas()) {
      line("schema", schema.name() + ", " + schema.applied() + " migrations, at " + schema.at());
    }
    return DONE;
  }

  private int port() {
    String text = environment.apply("TRAMA_PORT");
    try {
      return Integer.parseInt(text == null || text.isBlank() ? DEFAULT_PORT : text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("TRAMA_PORT is not a port number: " + text, e);
    }
  }

  private static boolean answers(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException e) {
      return false; // refused: nobody listens
    }
  }

  private static void line(String what, String value) {
    System.out.printf("%-7s %s%n", what, value);
  }
}
