package eu.trama.city.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Watches the server while this process uses it: starts it again when it has died, and keeps its
/// log within bounds.
///
/// Where several processes use the server, each watches; the first to notice starts it, the others
/// find it running.
final class Vigil {

  private static final Logger LOG = System.getLogger(Vigil.class.getName());

  /// A look at `/proc` costs some 50 microseconds.
  private static final Duration LOOK = Duration.ofMillis(200);

  /// Between attempts where the server cannot be started: its disk is full, say.
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final int LOG_CHECK_LOOKS = 300;

  private final Path folder;
  private final Cluster cluster;
  private final Postmaster postmaster;
  private final PostgresBinaries binaries;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread watcher = Thread.ofVirtual().name("postgres-vigil").unstarted(this::watch);
  private PostmasterFile server;
  private volatile DatabaseUrl url;

  private Vigil(
      Path folder,
      Cluster cluster,
      Postmaster postmaster,
      PostgresBinaries binaries,
      PostmasterFile server)
      throws IOException {
    this.folder = folder;
    this.cluster = cluster;
    this.postmaster = postmaster;
    this.binaries = binaries;
    this.server = server;
    this.url = cluster.url(server.port());
  }

  static Vigil begin(
      Path folder,
      Cluster cluster,
      Postmaster postmaster,
      PostgresBinaries binaries,
      PostmasterFile server)
      throws IOException {
    var vigil = new Vigil(folder, cluster, postmaster, binaries, server);
    vigil.watcher.start();
    return vigil;
  }

  /// Where the server's database is now.
  DatabaseUrl url() {
    return url;
  }

  /// Ends the watching; nothing is started any more.
  ///
  /// @return false where it had ended before
  boolean end() {
    if (ended.getCount() == 0) {
      return false;
    }
    ended.countDown();
    watcher.interrupt();
    return true;
  }

  private void watch() {
    try {
      for (int looks = 1; !ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS); looks++) {
        if (!postmaster.isLive(server.pid())) {
          revive();
        }
        if (looks % LOG_CHECK_LOOKS == 0) {
          boundLog();
        }
      }
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "the vigil over PostgreSQL was told to end", e);
    }
  }

  private void revive() throws InterruptedException {
    LOG.log(
        Level.WARNING,
        "PostgreSQL (process {0,number,#}) has died; starting it again",
        server.pid());
    try (var _ = ServerLocks.turn(folder, postmaster.user())) {
      if (ended.getCount() == 0) {
        return;
      }
      server = postmaster.ready(binaries, server.port());
      url = cluster.url(server.port());
      LOG.log(Level.WARNING, "PostgreSQL runs again (process {0,number,#})", server.pid());
    } catch (IOException | StoreUnavailableException e) {
      if (!ended.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(
            Level.ERROR,
            "PostgreSQL could not be started again; trying further: {0}",
            e.getMessage());
      }
    }
  }

  private void boundLog() {
    try {
      postmaster.log().bound(postmaster.user());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the log of PostgreSQL could not be cut: {0}", e.getMessage());
    }
  }
}
