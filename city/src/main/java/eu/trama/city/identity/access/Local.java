package eu.trama.city.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;

/// What is on this machine and nowhere else.
final class Local {

  /// Headers that a proxy adds, which means that somebody elsewhere may be asking.
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private Local() {}

  /// Whether a host, as an address names it, is this machine. Any other name could be made to lead
  /// here by its owner (DNS rebinding).
  static boolean host(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.equals("127.0.0.1");
  }

  /// Whether a setting of an address to listen on keeps to this machine.
  static boolean address(String setting) {
    try {
      return setting.equals("localhost") || InetAddress.ofLiteral(setting).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false; // It may be anything.
    }
  }

  /// Whether a request was made on this machine for this machine, by no detour.
  static boolean request(HttpServletRequest request) {
    return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
        && host(request.getServerName())
        && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null);
  }
}
