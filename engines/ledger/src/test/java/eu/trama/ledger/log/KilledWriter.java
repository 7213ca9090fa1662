package eu.trama.ledger.log;

import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SigningKey;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;

/// A process that writes to a log until it is killed, and says on its output what it was told: `a`
/// with index and entry, `h` with a published head.
public final class KilledWriter {

  static final int THREADS = 4;

  private KilledWriter() {}

  static SigningKey key() throws Exception {
    return SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
  }

  public static void main(String[] arguments) throws Exception {
    SigningKey key = key();
    long run = Long.parseLong(arguments[1]);
    Ledger ledger = Ledger.open(Path.of(arguments[0]), key.verifier());
    say("o " + ledger.size());
    for (int thread = 0; thread < THREADS; thread++) {
      int number = thread;
      Thread.ofPlatform()
          .start(() -> {
            try {
              for (int i = 0; ; i++) {
                byte[] entry =
                    ByteBuffer.allocate(16).putLong(run).putInt(number).putInt(i).array();
                say("a " + ledger.append(entry) + " " + Base64.getEncoder().encodeToString(entry));
              }
            } catch (Exception e) {
              say("x " + e);
            }
          });
    }
    while (true) {
      String head = ledger.publish(key).toString();
      say(
          "h "
              + Base64.getEncoder()
                  .encodeToString(head.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
  }

  private static synchronized void say(String line) {
    // A line without its end was cut by the death.
    System.out.println(line + " .");
    System.out.flush();
  }
}
