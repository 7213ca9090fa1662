package eu.trama.city.twin.federation;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which addresses this server may ask. A peer is named by a person, and links by the peer: neither
/// may lead this server to machines that only it can see (OWASP, "Server-Side Request Forgery").
final class PeerAddress {

  private static final int LONGEST = 500;

  private final boolean privateHosts;

  /// @param privateHosts whether addresses within a network, and of this machine, are allowed
  PeerAddress(boolean privateHosts) {
    this.privateHosts = privateHosts;
  }

  /// Reads what a person typed.
  ///
  /// @throws PeerFault when it is not an address of HTTP, or one that may not be asked
  static URI read(String typed) throws PeerFault {
    String text = typed.strip();
    try {
      URI address = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      String scheme = lower(address.getScheme());
      boolean sound =
          List.of("http", "https").contains(scheme)
              && address.getHost() != null
              && address.getRawUserInfo() == null
              && address.getRawFragment() == null
              && text.length() <= LONGEST;
      if (sound) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw new PeerFault(Fault.FORBIDDEN, "not an address: " + typed, e);
    }
    throw new PeerFault(Fault.FORBIDDEN, "not an address that can be asked: " + typed);
  }

  /// A link of a peer, which may lead nowhere but to the peer itself.
  static URI within(URI peer, URI from, String link) throws PeerFault {
    URI address;
    try {
      address = from.resolve(new URI(link));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new PeerFault(Fault.UNCLEAR, "a link that is no address: " + link, e);
    }
    if (!origin(address).equals(origin(peer)) || address.getRawUserInfo() != null) {
      throw new PeerFault(Fault.FORBIDDEN, "a link to somewhere else: " + link);
    }
    return address;
  }

  /// Refuses a host that is not public.
  void check(URI address) throws PeerFault {
    if (!privateHosts) {
      resolve(address);
    }
  }

  /// The addresses of a host, each of which may be asked.
  List<InetAddress> resolve(URI address) throws PeerFault {
    try {
      List<InetAddress> all = List.of(InetAddress.getAllByName(address.getHost()));
      if (!privateHosts && !all.stream().allMatch(PeerAddress::isPublic)) {
        throw new PeerFault(Fault.FORBIDDEN, "a private address: " + address.getHost());
      }
      return all;
    } catch (UnknownHostException e) {
      throw new PeerFault(Fault.UNREACHABLE, "no such host: " + address.getHost(), e);
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean closed =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || address.isLinkLocalAddress()
            || address.isSiteLocalAddress()
            || address.isMulticastAddress();
    if (address instanceof Inet6Address) {
      boolean uniqueLocal = (first & 0xfe) == 0xfc; // RFC 4193
      // Ways of writing an IPv4 address: NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380).
      boolean carriesIpv4 =
          (first == 0 && second == 0x64) || (first == 0x20 && second == 0x02) || teredo(bytes);
      return !closed && !uniqueLocal && !carriesIpv4;
    }
    boolean shared = first == 100 && (second & 0xc0) == 64; // RFC 6598
    boolean special = first == 0 || first >= 240 || (first == 198 && (second & 0xfe) == 18);
    return !closed && !shared && !special;
  }

  private static boolean teredo(byte[] bytes) {
    return bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
  }

  private static String origin(URI address) {
    return lower(address.getScheme()) + "://" + lower(address.getHost()) + ":" + port(address);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return lower(address.getScheme()).equals("https") ? 443 : 80;
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
