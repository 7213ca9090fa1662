package eu.trama.city.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request comes from. Behind a trusted proxy the server has already put the visitor's
/// address in its place.
final class Caller {

  /// A home or office has a /64 of IPv6 for itself and may use all of it.
  private static final int NETWORK_BYTES_6 = 8;

  private Caller() {}

  /// The address of IPv4, the /64 network of IPv6.
  static String network(HttpServletRequest request) {
    byte[] address = address(request).getAddress();
    return address.length == 4
        ? HexFormat.of().formatHex(address)
        : HexFormat.of().formatHex(Arrays.copyOf(address, NETWORK_BYTES_6));
  }

  static boolean onThisMachine(HttpServletRequest request) {
    return address(request).isLoopbackAddress();
  }

  private static InetAddress address(HttpServletRequest request) {
    try {
      // A literal address, which asks no name server.
      return InetAddress.ofLiteral(request.getRemoteAddr());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("the server gives addresses as numbers", e);
    }
  }
}
