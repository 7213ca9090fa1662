package eu.trama.city.ledger.keep;

import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SigningKey;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The file with the signing key, which only its owner may read.
final class KeyFile {

  private static final int NAME_BYTES = 4;

  private final LedgerSettings settings;
  private final SecureRandom random = new SecureRandom();

  KeyFile(LedgerSettings settings) {
    this.settings = settings;
  }

  private Path own() {
    return settings.folder().resolve("key");
  }

  /// The key, where there is one.
  ///
  /// @throws IOException with what to do, where its file cannot be used
  Optional<SigningKey> read() throws IOException {
    Path file = settings.sharedKey().orElse(own());
    try {
      return Optional.of(SigningKey.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      if (settings.sharedKey().isPresent()) {
        throw new IOException("TRAMA_LEDGER_KEY_FILE is not there: " + file, e);
      }
      return Optional.empty();
    } catch (BadNoteException e) {
      throw new IOException(
          "the ledger's key in " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /// Draws a key and keeps it, on the disk for good before it is used.
  SigningKey draw() throws IOException {
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    String origin = settings.origin().orElse("trama/ledger-" + HexFormat.of().formatHex(name));
    try {
      SigningKey key = SigningKey.draw(origin, KeyType.LOG, random);
      Files.createDirectories(settings.folder());
      Path attempt = settings.folder().resolve("key.new");
      Files.deleteIfExists(attempt);
      Files.createFile(
          attempt,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel channel = FileChannel.open(attempt, StandardOpenOption.WRITE)) {
        channel.write(StandardCharsets.UTF_8.encode(key.secret() + "\n"));
        channel.force(true);
      }
      // No other key may be replaced: whoever was first has it.
      Files.createLink(own(), attempt);
      Files.delete(attempt);
      try (FileChannel folder = FileChannel.open(settings.folder(), StandardOpenOption.READ)) {
        folder.force(true);
      }
      return key;
    } catch (FileAlreadyExistsException e) {
      return read().orElseThrow();
    } catch (BadNoteException e) {
      throw new IOException("TRAMA_LEDGER_ORIGIN cannot be a log's name: " + e.getMessage(), e);
    }
  }
}
