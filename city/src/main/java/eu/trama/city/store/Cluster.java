package eu.trama.city.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/// PostgreSQL's data and the password to it: one folder, made whole or not at all.
///
/// UTF-8 with the built-in C.UTF-8 collation, which is the same on every machine; checksums on
/// every page; SCRAM.
record Cluster(Path folder) {

  static final String USER = "trama";
  static final String DATABASE = "trama";

  private static final int PASSWORD_BYTES = 24;

  /// The cluster in `parent`, initialised first if it is not there. The caller holds the start lock
  /// of `parent`.
  static Cluster in(Path parent, PostgresBinaries binaries, ServerUser user)
      throws IOException, InterruptedException {
    Cluster cluster = of(parent);
    if (Files.isDirectory(cluster.folder)) {
      cluster.requireVersion();
    } else {
      DurableFiles.removeAttempts(cluster.folder);
      var attempt = new Cluster(DurableFiles.attempt(cluster.folder));
      attempt.initialise(binaries, user);
      DurableFiles.publish(attempt.folder, cluster.folder);
    }
    user.own(cluster.folder);
    return cluster;
  }

  /// The cluster in `parent`, there or not.
  static Cluster of(Path parent) {
    return new Cluster(parent.resolve("cluster"));
  }

  /// The address of the database on the server that listens on `port`.
  DatabaseUrl url(int port) throws IOException {
    return new DatabaseUrl(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?sslmode=disable",
        USER,
        Files.readString(passwordFile()).strip());
  }

  Path data() {
    return folder.resolve("data");
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private void initialise(PostgresBinaries binaries, ServerUser user)
      throws IOException, InterruptedException {
    var onlyOwner = PosixFilePermissions.fromString("rwx------");
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
    writePassword();
    user.own(folder);
    user.run(
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + data(),
            "--username=" + USER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums"),
        "");
    user.run(
        List.of(
            binaries.program("postgres"), "--single", "-j", "-D", data().toString(), "postgres"),
        "CREATE DATABASE " + DATABASE + ";\n\n");
  }

  private void writePassword() throws IOException {
    byte[] secret = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(secret);
    var onlyOwner = PosixFilePermissions.fromString("rw-------");
    Files.createFile(passwordFile(), PosixFilePermissions.asFileAttribute(onlyOwner));
    Files.writeString(
        passwordFile(),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n",
        StandardOpenOption.SYNC,
        StandardOpenOption.WRITE);
  }

  private void requireVersion() throws IOException {
    String made = Files.readString(data().resolve("PG_VERSION")).strip();
    String major = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
    if (!made.equals(major)) {
      throw new StoreUnavailableException(
          "%s was made by PostgreSQL %s; this Trama brings %s. Start the Trama that made it, back it up, and restore here."
              .formatted(data(), made, PostgresBinaries.VERSION));
    }
  }
}
