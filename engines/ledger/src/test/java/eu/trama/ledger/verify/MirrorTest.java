package eu.trama.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.ledger.log.Ledger;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SigningKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody else's mirror, written from the specifications alone (C2SP tlog-tiles, tlog-checkpoint,
/// signed-note; RFC 6962 section 2.1). Beyond writing the log it uses nothing of ours.
class MirrorTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 1000, 65_536, 70_000})
  void aStrangerCanMirrorAndVerify(int size) throws Exception {
    SigningKey key = SigningKey.of("city.example/log", KeyType.LOG, new byte[32]);
    List<byte[]> entries =
        IntStream.range(0, size)
            .mapToObj(i -> ("entry " + i).getBytes(StandardCharsets.UTF_8))
            .toList();
    try (Ledger ledger = Ledger.open(folder, key.verifier())) {
      for (int from = 0; from < size; from += 10_000) {
        ledger.appendAll(entries.subList(from, Math.min(size, from + 10_000)));
      }
      ledger.publish(key);
    }
    String[] vkey = key.verifier().toString().split("\\+", 3);
    List<byte[]> mirrored = mirrored(vkey[0], Base64.getDecoder().decode(vkey[2]));
    assertThat(mirrored).hasSize(size);
    for (int i = 0; i < size; i++) {
      assertThat(mirrored.get(i)).isEqualTo(entries.get(i));
    }
  }

  /// The entries of the log in the folder, after everything about them has been checked.
  private List<byte[]> mirrored(String name, byte[] typedKey) throws Exception {
    String note = Files.readString(folder.resolve("checkpoint"));
    int blank = note.lastIndexOf("\n\n");
    String text = note.substring(0, blank + 1);
    String[] head = text.split("\n", -1);
    assertThat(head[0]).isEqualTo(name);
    assertThat(signed(text, note.substring(blank + 2), name, typedKey)).isTrue();
    long size = Long.parseLong(head[1]);
    var entries = new ArrayList<byte[]>();
    List<byte[]> hashes = new ArrayList<>();
    for (long n = 0; n * 256 < size; n++) {
      int width = (int) Math.min(256, size - n * 256);
      byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/" + place(n, width)));
      var in = ByteBuffer.wrap(bundle);
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(entry);
        entries.add(entry);
        hashes.add(sha256(new byte[] {0}, entry));
      }
      assertThat(in.hasRemaining()).isFalse();
    }
    List<byte[]> level = hashes;
    for (int l = 0; !level.isEmpty(); l++) {
      var above = new ArrayList<byte[]>();
      for (int n = 0; n * 256 < level.size(); n++) {
        var wanted = level.subList(n * 256, Math.min(level.size(), n * 256 + 256));
        byte[] tile =
            Files.readAllBytes(folder.resolve("tile/" + l + "/" + place(n, wanted.size())));
        assertThat(tile).hasSize(32 * wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
          assertThat(Arrays.copyOfRange(tile, 32 * i, 32 * i + 32)).isEqualTo(wanted.get(i));
        }
        if (wanted.size() == 256) {
          above.add(mth(wanted));
        }
      }
      level = above;
    }
    assertThat(Base64.getEncoder().encodeToString(mth(hashes))).isEqualTo(head[2]);
    return entries;
  }

  private static String place(long n, int width) {
    String digits = Long.toString(n);
    digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
    var path = new StringBuilder();
    for (int i = 0; i < digits.length(); i += 3) {
      path.append(i + 3 < digits.length() ? "x" : "").append(digits, i, i + 3);
      path.append(i + 3 < digits.length() ? "/" : "");
    }
    return width == 256 ? path.toString() : path + ".p/" + width;
  }

  /// MTH of RFC 6962 over leaf hashes.
  private static byte[] mth(List<byte[]> leaves) throws Exception {
    if (leaves.isEmpty()) {
      return sha256();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int k = Integer.highestOneBit(leaves.size() - 1);
    return sha256(new byte[] {1}, mth(leaves.subList(0, k)), mth(leaves.subList(k, leaves.size())));
  }

  private static boolean signed(String text, String signatures, String name, byte[] typedKey)
      throws Exception {
    byte[] id = Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typedKey), 4);
    byte[] key = Arrays.copyOfRange(typedKey, 1, 33);
    for (String line : signatures.split("\n", -1)) {
      if (line.startsWith("— " + name + " ")) {
        byte[] all = Base64.getDecoder().decode(line.substring(name.length() + 3));
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(publicKey(key));
        ed25519.update(text.getBytes(StandardCharsets.UTF_8));
        return Arrays.equals(Arrays.copyOf(all, 4), id)
            && ed25519.verify(Arrays.copyOfRange(all, 4, all.length));
      }
    }
    return false;
  }

  /// RFC 8032 section 5.1.2: 255 bits of y, little endian, and the lowest bit of x.
  private static EdECPublicKey publicKey(byte[] key) throws Exception {
    byte[] y = key.clone();
    boolean odd = (y[31] & 0x80) != 0;
    y[31] = (byte) (y[31] & 0x7f);
    for (int i = 0; i < 16; i++) {
      byte swapped = y[i];
      y[i] = y[31 - i];
      y[31 - i] = swapped;
    }
    return (EdECPublicKey)
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new EdECPublicKeySpec(
                    NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
  }

  private static byte[] sha256(byte[]... parts) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  @Test
  void placesAreThoseOfTheSpecification() {
    assertThat(place(1_234_067, 256)).isEqualTo("x001/x234/067");
    assertThat(place(0, 3)).isEqualTo("000.p/3");
  }
}
