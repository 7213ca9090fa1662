package eu.trama.city.ledger.commands;

import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.storage.DiskStorage;
import eu.trama.ledger.tiles.TileSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which log is meant, and by whose keys it is checked: options that the ledger's commands share.
final class LogChoice {

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "Folder of a server's state (default: TRAMA_HOME).")
  private @Nullable Path home;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description =
          "Key of the log, name+id+key, as its page shows it (default: that in the home).")
  private @Nullable String key;

  @Option(
      names = "--witness",
      paramLabel = "KEY",
      description = "Key of a witness whose cosignature is checked; may be repeated.")
  private List<String> witnesses = new ArrayList<>();

  private Path folder(Function<String, @Nullable String> environment) {
    if (home != null) {
      return home.resolve("ledger");
    }
    String set = environment.apply("TRAMA_HOME");
    return Path.of(set == null || set.isBlank() ? ".trama" : set).resolve("ledger");
  }

  /// The log at that address, or the one in the home.
  TileSource source(@Nullable String address, Function<String, @Nullable String> environment)
      throws IOException {
    if (address != null) {
      URI uri = URI.create(address);
      if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
        throw new IOException("an address begins with https:// or http://: " + address);
      }
      return new HttpSource(uri);
    }
    Path folder = folder(environment);
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no ledger in " + folder);
    }
    return new DiskStorage(folder);
  }

  /// The key that was named, or that of the home.
  VerifierKey key(Function<String, @Nullable String> environment)
      throws IOException, BadNoteException {
    if (key != null) {
      return VerifierKey.parse(key);
    }
    String shared = environment.apply("TRAMA_LEDGER_KEY_FILE");
    Path file =
        home == null && shared != null && !shared.isBlank()
            ? Path.of(shared)
            : folder(environment).resolve("key");
    try {
      return SigningKey.parse(Files.readString(file)).verifier();
    } catch (NoSuchFileException e) {
      throw new IOException(
          "say whose log it is with --key; the page /ledger of the city's site shows its key", e);
    }
  }

  List<VerifierKey> witnesses() throws BadNoteException {
    var keys = new ArrayList<VerifierKey>();
    for (String each : witnesses) {
      keys.add(VerifierKey.parse(each));
    }
    return keys;
  }
}
