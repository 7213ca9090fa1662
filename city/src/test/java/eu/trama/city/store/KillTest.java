package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 at random moments loses nothing that was acknowledged, and the next start recovers by
/// itself.
///
/// A life begins with an empty `TRAMA_HOME`. Its first rounds are killed at any moment from the
/// start of the process on: while it unpacks, initialises, starts, or already writes. The later
/// ones are killed while they write. What is killed is the process alone, so that the next adopts
/// its server, or the server's processes with it, or the server first.
class KillTest {

  private static final long SEED = 20260714;
  private static final int ROUNDS = 50;
  private static final int ROUNDS_AS_ROOT = 30;
  private static final int ROUNDS_OF_A_LIFE = 10;
  private static final int EARLY_ROUNDS = 4;

  /// Longer than a first start takes here, so that any moment of it may be hit.
  private static final int EARLY_MILLIS = 2500;

  private static final int MOST_ROWS = 100;

  @Test
  void nothingAcknowledgedIsLostAsThisUser(@TempDir Path folder) throws Exception {
    lives(folder, List.of(), TestUser.isRoot() ? ROUNDS_AS_ROOT : ROUNDS);
  }

  @Test
  void nothingAcknowledgedIsLostAsAnOrdinaryUser(@TempDir Path folder) throws Exception {
    assumeTrue(
        TestUser.isRoot(),
        "only root can become another user; the other test is an ordinary user's");
    TestUser.NOBODY.own(folder);
    lives(folder, TestUser.NOBODY.prefix(), ROUNDS - ROUNDS_AS_ROOT);
  }

  private static void lives(Path folder, List<String> user, int rounds) throws Exception {
    var random = new Random(SEED);
    Path classes = Files.createDirectory(folder.resolve("scribe"));
    ScribeProcess.classesIn(classes);
    Path unpackedOnce = folder.resolve("programs");
    for (int life = 0; life * ROUNDS_OF_A_LIFE < rounds; life++) {
      Path home = folder.resolve("life-" + life);
      // Unpacking takes longest: every other life does its own, and is killed in it; the rest
      // share.
      Path programs = life % 2 == 0 ? home : unpackedOnce;
      if (!user.isEmpty()) {
        Files.createDirectories(programs);
        Files.createDirectories(home);
        TestUser.NOBODY.own(programs);
        TestUser.NOBODY.own(home);
      }
      int inThisLife = Math.min(ROUNDS_OF_A_LIFE, rounds - life * ROUNDS_OF_A_LIFE);
      live(
          random,
          inThisLife,
          () -> ScribeProcess.start(user, classes, home, programs, ScribeProcess.ENDLESS));
      // The last start of a life finds all, closes as it should, and leaves nothing running.
      var last = ScribeProcess.start(user, classes, home, programs, 0);
      assertThat(last.awaitFound()).as("life %d starts again", life).isTrue();
      assertThat(last.finish()).isZero();
      assertThat(ScribeProcess.server(home)).isEmpty();
    }
  }

  private static void live(Random random, int rounds, Scribes scribes) throws Exception {
    long acknowledged = 0;
    for (int round = 0; round < rounds; round++) {
      ScribeProcess scribe = scribes.start();
      boolean early = round < EARLY_ROUNDS;
      if (early) {
        assertThat(scribe.process().waitFor(random.nextInt(EARLY_MILLIS), TimeUnit.MILLISECONDS))
            .as("round %d: the scribe ended before it was killed", round)
            .isFalse();
      } else {
        assertThat(scribe.awaitFound()).as("round %d starts again", round).isTrue();
        scribe.awaitAcknowledged(1 + random.nextInt(MOST_ROWS));
      }
      switch (random.nextInt(3)) {
        case 0 -> scribe.kill(false);
        case 1 -> scribe.kill(true);
        default -> {
          scribe.killServer();
          scribe.kill(true);
        }
      }
      // An early round may have died before it looked; then it proves nothing, and the next must
      // find the rows.
      if (scribe.hasFound()) {
        assertThat(scribe.found())
            .as("round %d: rows there were", round)
            .isGreaterThanOrEqualTo(acknowledged);
        assertThat(scribe.found())
            .as("round %d: no row between is missing", round)
            .isEqualTo(scribe.last());
        acknowledged = Math.max(acknowledged, scribe.acknowledged());
      }
    }
  }

  private interface Scribes {
    ScribeProcess start() throws IOException;
  }
}
