package eu.trama.city.twin.pages;

import eu.trama.city.twin.AsOf;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Snapshot;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.context.request.WebRequest;

/// A file about a point in both times. With both fixed in the address it can never change, since
/// the twin overwrites nothing: browsers may keep it, and its tag is a hash of what was asked. The
/// tag is a weak one, so that the file may travel compressed.
public final class FixedFile {

  /// Changes when the same question is answered with other bytes.
  private static final String FORMAT = "2";

  private FixedFile() {}

  static Snapshot snapshot(City city, Moment moment, Snapshot today, HttpServletResponse response) {
    AsOf asOf = moment.in(city, today.asOf());
    boolean fixed = moment.fixed(asOf, today.asOf());
    response.setHeader("Cache-Control", fixed ? "private, max-age=86400" : "private, no-cache");
    return new Snapshot(city.id(), asOf);
  }

  /// Whether the browser has this file already; the answer is then complete.
  static boolean unchanged(Snapshot snapshot, String asked, WebRequest request) {
    String all =
        String.join(
            "|",
            FORMAT,
            snapshot.city(),
            asked,
            snapshot.asOf().valid().toString(),
            snapshot.asOf().known().toString());
    return request.checkNotModified("W/\"" + Digest.hex(all).substring(0, 32) + "\"");
  }
}
