package eu.trama.city.ogc;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/// Writes documents with a tag of their content.
final class Answers {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int TAG_DIGITS = 32;

  private Answers() {}

  static @Nullable View write(Asked asked, Media media, byte[] document) throws IOException {
    if (unchanged(asked, tag(document))) {
      return null;
    }
    var response = asked.response();
    response.setContentType(media.type().toString());
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
    return null;
  }

  /// Sets the tag; whether the reader has that already, the answer being 304 then. The tag is a
  /// weak one, since the server may compress what follows.
  static boolean unchanged(Asked asked, String tag) {
    var web = new ServletWebRequest(asked.request(), asked.response());
    return web.checkNotModified("W/\"" + tag + "\"");
  }

  static String tag(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, TAG_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
