package eu.trama.city.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Addresses of the static files in `static/`. All lie under one folder named after the hash of all
/// their bytes, so that browsers may keep them for ever, and a style sheet or script that names its
/// neighbour relatively gets the one of the same build.
///
/// @param version first 12 hexadecimal digits of the SHA-256 over names and bytes
public record Assets(String version) {

  private static final int VERSION_DIGITS = 12;

  /// Hashes the static files on the class path.
  public static Assets load() {
    try {
      var files = new PathMatchingResourcePatternResolver().getResources("classpath:static/*/*");
      Arrays.sort(files, Comparator.comparing(Assets::name));
      var digest = MessageDigest.getInstance("SHA-256");
      for (Resource file : files) {
        digest.update(name(file).getBytes(StandardCharsets.UTF_8));
        digest.update(file.getContentAsByteArray());
      }
      return new Assets(HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the static files", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String name(Resource file) {
    return String.valueOf(file.getFilename());
  }

  /// The address of a static file, such as `css/base.css`.
  public String url(String file) {
    return folder() + file;
  }

  /// The address below which all static files lie, with a slash at its end.
  public String folder() {
    return "/assets/" + version + "/";
  }
}
