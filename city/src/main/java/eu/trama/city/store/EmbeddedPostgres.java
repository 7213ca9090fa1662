package eu.trama.city.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A PostgreSQL of Trama's own in `TRAMA_HOME/postgres`, on the loopback interface, fully durable.
///
/// ```java
/// try (var server = EmbeddedPostgres.start(home)) {
///   connect(server.url());
/// }
/// ```
///
/// Any number of processes may start it at once: the first unpacks, initialises and starts it, the
/// others join; the last to close stops it. A process that is killed leaves the server running, and
/// the next one adopts it. A kill at any other moment, the first initialisation included, costs
/// nothing that was acknowledged: the next start goes on from the last finished step, and
/// PostgreSQL recovers from its log. A server that dies while it is used is started again, on the
/// same port where that is still free; ask for its [#url] whenever a connection is made.
public final class EmbeddedPostgres implements AutoCloseable {

  /// The version of PostgreSQL that runs here.
  public static final String VERSION = PostgresBinaries.VERSION;

  private static final String FOLDER = "postgres";

  /// How long a start waits for another process to start its dead server again.
  private static final Duration REVIVAL = Duration.ofSeconds(15);

  private final Path folder;
  private final ServerLocks locks;
  private final Postmaster postmaster;
  private final Vigil vigil;

  private EmbeddedPostgres(Path folder, ServerLocks locks, Postmaster postmaster, Vigil vigil) {
    this.folder = folder;
    this.locks = locks;
    this.postmaster = postmaster;
    this.vigil = vigil;
  }

  /// Starts the server of `home`, or joins the one that runs.
  ///
  /// @throws StoreUnavailableException where it cannot run here; the message says why and what to
  ///   do
  /// @throws IllegalStateException where this JVM already uses this server
  public static EmbeddedPostgres start(Path home) {
    return start(home, home);
  }

  /// Starts the server of `home` with the programs unpacked in `programs`, which several homes may
  /// share.
  static EmbeddedPostgres start(Path home, Path programs) {
    try {
      Path folder = Files.createDirectories(home.resolve(FOLDER)).toRealPath();
      ServerUser user = ServerUser.of(home);
      user.own(folder);
      ServerLocks locks = ServerLocks.open(folder, user);
      try {
        return start(folder, binaries(programs, user), user, locks);
      } catch (IOException | InterruptedException | RuntimeException e) {
        locks.close();
        throw e;
      }
    } catch (IOException e) {
      throw ServerFault.explain("The embedded PostgreSQL in " + home + " cannot start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted while the embedded PostgreSQL started.", e);
    }
  }

  private static PostgresBinaries binaries(Path programs, ServerUser user)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(programs.resolve(FOLDER)).toRealPath();
    try (var _ = ServerLocks.turn(folder, user)) {
      return PostgresBinaries.unpackedIn(folder);
    }
  }

  private static EmbeddedPostgres start(
      Path folder, PostgresBinaries binaries, ServerUser user, ServerLocks locks)
      throws IOException, InterruptedException {
    Optional<EmbeddedPostgres> server = join(folder, binaries, user, locks);
    if (server.isEmpty()) {
      // The server of another process has died, and that process is about to start it again.
      Patience.await(() -> running(folder, user), REVIVAL);
      server = join(folder, binaries, user, locks);
    }
    return server.orElseThrow(() ->
        new StoreUnavailableException(
            "Another Trama process uses "
                + folder
                + ", and its server does not run on this machine (or has died): end that process, then start again."));
  }

  /// @return nothing where another process uses a server that does not run here
  private static Optional<EmbeddedPostgres> join(
      Path folder, PostgresBinaries binaries, ServerUser user, ServerLocks locks)
      throws IOException, InterruptedException {
    try (var _ = ServerLocks.turn(folder, user)) {
      Cluster cluster = Cluster.in(folder, binaries, user);
      Postmaster postmaster = postmaster(folder, user);
      postmaster.log().bound(user);
      if (!locks.alone() && postmaster.live().isEmpty()) {
        return Optional.empty();
      }
      locks.share();
      PostmasterFile live = postmaster.ready(binaries, Postmaster.ANY_PORT);
      var vigil = Vigil.begin(folder, cluster, postmaster, binaries, live);
      return Optional.of(new EmbeddedPostgres(folder, locks, postmaster, vigil));
    }
  }

  private static Postmaster postmaster(Path folder, ServerUser user) {
    var log = new ServerLog(folder.resolve("server.log"));
    return new Postmaster(Cluster.of(folder).data(), user, log);
  }

  private static boolean running(Path folder, ServerUser user) {
    try {
      return postmaster(folder, user).live().isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where the server of `home` listens, if one runs and is ready; starts nothing.
  public static Optional<DatabaseUrl> running(Path home) {
    Path folder = home.resolve(FOLDER);
    try {
      if (!Files.isDirectory(folder)) {
        return Optional.empty();
      }
      Path real = folder.toRealPath();
      Optional<PostmasterFile> live = postmaster(real, ServerUser.of(home)).live();
      return live.isEmpty() || !live.get().isReady()
          ? Optional.empty()
          : Optional.of(Cluster.of(real).url(live.get().port()));
    } catch (IOException e) {
      throw ServerFault.explain("The embedded PostgreSQL in " + home + " cannot be looked at", e);
    }
  }

  /// The system processes of the server of `home`, none where it does not run.
  public static List<Long> processes(Path home) throws IOException {
    Path data = Cluster.of(home.resolve(FOLDER)).data();
    return Files.isDirectory(data) ? new ServerProcesses(data).all() : List.of();
  }

  /// Where the server's database is now.
  public DatabaseUrl url() {
    return vigil.url();
  }

  /// Stops using the server, and stops it where no other process uses it.
  @Override
  public synchronized void close() {
    if (!vigil.end()) {
      return;
    }
    try (var _ = ServerLocks.turn(folder, postmaster.user())) {
      if (locks.alone()) {
        postmaster.stop();
      }
      locks.close();
    } catch (IOException e) {
      throw ServerFault.explain("The embedded PostgreSQL in " + folder + " did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
