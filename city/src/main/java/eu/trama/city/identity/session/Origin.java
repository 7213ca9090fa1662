package eu.trama.city.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// From where a request came, as far as it is kept: the /24 of an IPv4 address, the /48 of an IPv6
/// one. It tells home from abroad, and names no household.
public final class Origin {

  private static final int BYTES_4 = 3;
  private static final int BYTES_6 = 6;

  private Origin() {}

  public static String of(HttpServletRequest request) {
    return truncated(request.getRemoteAddr());
  }

  /// @param address an address in numbers
  static String truncated(String address) {
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    int kept = bytes.length == 4 ? BYTES_4 : BYTES_6;
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
