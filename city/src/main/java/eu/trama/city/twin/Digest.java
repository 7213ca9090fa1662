package eu.trama.city.twin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/// SHA-256 (FIPS 180-4), by which datasets, features and runs are named.
public final class Digest {

  private Digest() {}

  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public static String hex(String text) {
    return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /// Hash of what a feature is: its id, shape and properties, not where it came from.
  public static byte[] of(Feature feature) {
    MessageDigest digest = sha256();
    digest.update(feature.id().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    byte[] wkb = wkb(feature.geometry());
    if (wkb != null) {
      digest.update(wkb);
    }
    digest.update((byte) 0);
    digest.update(Json.write(feature.properties().values()).getBytes(StandardCharsets.UTF_8));
    return digest.digest();
  }

  /// Well-known binary, two-dimensional, big-endian.
  static byte @Nullable [] wkb(@Nullable Geometry geometry) {
    return geometry == null ? null : new WKBWriter(2).write(geometry);
  }
}
