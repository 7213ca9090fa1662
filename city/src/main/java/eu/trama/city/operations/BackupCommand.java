package eu.trama.city.operations;

import eu.trama.city.cli.CityCommand;
import eu.trama.city.cli.Logs;
import eu.trama.city.cli.Version;
import eu.trama.city.store.Backup;
import eu.trama.city.store.BackupManifest;
import eu.trama.city.store.BackupRefusedException;
import eu.trama.city.store.Store;
import eu.trama.city.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./trama backup FILE`.
@Command(
    name = "backup",
    description = "Writes the whole state to one file, while servers go on working.",
    footer = {
      "",
      "The file holds personal data and keys: only its owner may read it, and it should lie",
      "encrypted wherever it goes. ./trama restore FILE brings it back."
    })
public final class BackupCommand implements CityCommand {

  private final Function<String, @Nullable String> environment;
  private final Clock clock;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "Where to write, such as monday.trama.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Replace FILE if it is there.")
  private boolean replace;

  public BackupCommand(Function<String, @Nullable String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file) && !replace) {
      throw new BackupRefusedException(file + " is there already; say --replace to replace it.");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BackupRefusedException("There is no folder " + folder + "; make it first.");
    }
    Logs.quiet();
    var settings = StoreSettings.from(environment);
    try (Store store = Store.open(settings)) {
      BackupManifest made =
          Backup.write(
              store.url(), settings.home(), file, Version.trama(), clock, System.err::println);
      System.out.printf(
          "%s: %d tables, %d rows, %d files, %.1f MB, as of %s%n",
          file,
          made.tables().size(),
          made.rows(),
          made.files().size(),
          Files.size(file) / 1e6,
          made.made());
    }
    return DONE;
  }
}
