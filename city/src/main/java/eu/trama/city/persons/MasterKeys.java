package eu.trama.city.persons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// The keys that wrap the persons' keys: lines of a file that only its owner may read, the current
/// one first. The file is read at each use, so that a rotation by one program is seen by all.
@Component
class MasterKeys {

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{16}) ([0-9a-f]{64})");
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PersonsSettings settings;

  MasterKeys(PersonsSettings settings) {
    this.settings = settings;
  }

  /// @param hex 32 bytes in hexadecimal, which never leave this program
  record MasterKey(String id, String hex) {
    static MasterKey draw() {
      byte[] id = new byte[ID_BYTES];
      byte[] bytes = new byte[KEY_BYTES];
      RANDOM.nextBytes(id);
      RANDOM.nextBytes(bytes);
      return new MasterKey(HexFormat.of().formatHex(id), HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
      return HexFormat.of().parseHex(hex);
    }

    String line() {
      return id + " " + hex + "\n";
    }

    /// Not the key: a log may hold this.
    @Override
    public String toString() {
      return "MasterKey " + id;
    }
  }

  /// The one that wraps now; drawn where there is none and no file was named.
  MasterKey current() {
    try {
      return read().getFirst();
    } catch (NoSuchFileException none) {
      if (settings.shared()) {
        throw new UncheckedIOException(
            "TRAMA_PERSONS_KEY_FILE is not there: " + settings.keyFile(), none);
      }
      write(List.of(MasterKey.draw()), false);
      return current();
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read: " + settings.keyFile(), e);
    }
  }

  /// The one with that id.
  ///
  /// @throws IllegalStateException where the file has it no more: another server's file, or one
  ///   restored without its store
  MasterKey named(String id) {
    current();
    return all().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "personal data is sealed under master key %s, which %s does not hold; give every server of this store the same TRAMA_PERSONS_KEY_FILE"
                    .formatted(id, settings.keyFile())));
  }

  void drawNext() {
    current();
    var more = new java.util.ArrayList<MasterKey>();
    more.add(MasterKey.draw());
    more.addAll(all());
    write(more, true);
  }

  void dropOld() {
    write(List.of(current()), true);
  }

  private List<MasterKey> all() {
    try {
      return read();
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be read: " + settings.keyFile(), e);
    }
  }

  private List<MasterKey> read() throws IOException {
    List<MasterKey> keys =
        Files.readString(settings.keyFile())
            .lines()
            .filter(line -> !line.isBlank())
            .map(MasterKeys::key)
            .toList();
    if (keys.isEmpty()) {
      throw new IOException("it holds no key");
    }
    return keys;
  }

  /// What is wrong with a line is never said by repeating it.
  private static MasterKey key(String line) {
    var parts = LINE.matcher(line.strip());
    if (!parts.matches()) {
      throw new IllegalStateException(
          "a line of the file of master keys is not an id and a key in hexadecimal");
    }
    return new MasterKey(parts.group(1), parts.group(2));
  }

  /// On the disk for good before it is used.
  private void write(List<MasterKey> keys, boolean replace) {
    Path file = settings.keyFile();
    Path folder = Objects.requireNonNull(file.getParent());
    try {
      Files.createDirectories(folder);
      Path attempt =
          Files.createTempFile(
              folder,
              "master",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (FileChannel channel = FileChannel.open(attempt, StandardOpenOption.WRITE)) {
        String lines = keys.stream().map(MasterKey::line).reduce("", String::concat);
        channel.write(StandardCharsets.US_ASCII.encode(lines));
        channel.force(true);
      }
      if (replace) {
        Files.move(attempt, file, StandardCopyOption.ATOMIC_MOVE);
      } else {
        // Whoever was first has drawn the key.
        linkUnlessThere(file, attempt);
      }
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the master key cannot be kept in " + file, e);
    }
  }

  private static void linkUnlessThere(Path file, Path attempt) throws IOException {
    try {
      Files.createLink(file, attempt);
    } catch (FileAlreadyExistsException first) {
      // Theirs counts.
    } finally {
      Files.delete(attempt);
    }
  }
}
