package eu.trama.city.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/// `./trama train`: one whole life of the server on a store of its own, for the JVM to learn from
/// (JEP 483, 514, 515). The launcher runs it after a build; the pages it asks for are
/// `trama.train.pages`.
@Command(
    name = "train",
    hidden = true,
    description = "Starts the server once on an empty store, asks for its pages, and stops.")
public final class Train implements CityCommand {

  /// So often that the JVM has counted where the code of a page goes (JEP 515); it then need not
  /// count again before it compiles.
  private static final int ROUNDS = 50;

  private static final int BAD_REQUEST = 400;

  private final Class<?> application;

  public Train(Class<?> application) {
    this.application = application;
  }

  @Override
  public Integer call() throws IOException {
    Path home = Files.createTempDirectory("trama-train");
    var properties = Map.of("TRAMA_HOME", home.toString(), "TRAMA_DB_URL", "", "server.port", "0");
    try (ConfigurableApplicationContext context =
        City.builder(application).run(City.arguments(properties))) {
      int port = City.port(context);
      List<String> pages =
          Binder.get(context.getEnvironment())
              .bind("trama.train.pages", Bindable.listOf(String.class))
              .get();
      for (int round = 0; round < ROUNDS; round++) {
        for (String page : pages) {
          System.out.println(page + " " + ask("http://localhost:" + port + page));
        }
      }
    } finally {
      Folders.remove(home);
    }
    return DONE;
  }

  private static int ask(String address) throws IOException {
    var connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    int code = connection.getResponseCode();
    // A refusal may come with a page of its own, or with none.
    InputStream page =
        code < BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
    if (page != null) {
      try (page) {
        page.readAllBytes();
      }
    }
    return code;
  }
}
