package eu.trama.city.web;

import java.net.URI;

/// Where to lead somebody back to: a path of this site and nothing else, so that nobody can lend
/// our address to another one.
public final class OwnPath {

  private OwnPath() {}

  /// That path, or the home page where it is not one of ours. A browser reads `//host` and `/\host`
  /// as another host, and drops tabs and line ends before that.
  public static URI of(String back) {
    try {
      var uri = URI.create(back);
      boolean ours =
          uri.getScheme() == null && uri.getRawAuthority() == null && back.matches("/(?!/).*");
      return ours ? uri : URI.create("/");
    } catch (IllegalArgumentException notAnAddress) {
      return URI.create("/");
    }
  }
}
