package eu.trama.city.operations;

import eu.trama.city.cli.CityCommand;
import eu.trama.city.cli.Logs;
import eu.trama.city.store.BackupManifest;
import eu.trama.city.store.BackupRefusedException;
import eu.trama.city.store.Restore;
import eu.trama.city.store.Store;
import eu.trama.city.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./trama restore FILE`.
@Command(
    name = "restore",
    description = "Brings a backup back, into an empty store or in place of what is there.",
    footer = {
      "",
      "The file is checked before anything changes; all of it is restored or nothing. A backup of an",
      "earlier release is brought up to date. Stop the servers that use the store first."
    })
public final class RestoreCommand implements CityCommand {

  private final Function<String, @Nullable String> environment;

  @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Replace the state that is there.")
  private boolean replace;

  @Option(names = "--check", description = "Only check the file; touch no store.")
  private boolean check;

  public RestoreCommand(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file)) {
      throw new BackupRefusedException("There is no file " + file + " that can be read.");
    }
    if (check) {
      tell("good", Restore.check(file));
      return DONE;
    }
    Logs.quiet();
    var settings = StoreSettings.from(environment);
    try (Store store = Store.open(settings)) {
      var restore = new Restore(store.url(), settings.home(), System.err::println);
      tell("restored", restore.from(file, replace));
    }
    return DONE;
  }

  private void tell(String what, BackupManifest backup) {
    System.out.printf(
        "%s: %s; %d tables, %d rows, %d files, written by Trama %s as of %s%n",
        file,
        what,
        backup.tables().size(),
        backup.rows(),
        backup.files().size(),
        backup.trama(),
        backup.made());
  }
}
