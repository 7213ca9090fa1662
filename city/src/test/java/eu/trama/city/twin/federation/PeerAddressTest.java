package eu.trama.city.twin.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// No address, and no link of a peer, leads this server to where only it can go.
class PeerAddressTest {

  private static final URI PEER = URI.create("https://twin.example.org/ogc/bologna");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1",
        "::ffff:127.0.0.1"
      })
  void addressesWithinANetworkAreNotPublic(String address) throws UnknownHostException {
    assertThat(PeerAddress.isPublic(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "172.32.0.1", "198.20.0.1", "2001:db8::1"})
  void othersArePublic(String address) throws UnknownHostException {
    assertThat(PeerAddress.isPublic(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bologna",
        "ftp://twin.example.org/",
        "file:///etc/passwd",
        "https://",
        "https://user:secret@twin.example.org/",
        "https://twin.example.org/#x",
        "http://[::1",
        "javascript:alert(1)"
      })
  void whatIsNoAddressOfAServerIsRefused(String typed) {
    assertThatExceptionOfType(PeerFault.class)
        .isThrownBy(() -> PeerAddress.read(typed))
        .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.FORBIDDEN));
  }

  @Test
  void aSlashAtTheEndMakesNoDifference() throws PeerFault {
    assertThat(PeerAddress.read(" https://twin.example.org/ogc/bologna/ ")).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "https://twin.example.org/ogc/bologna/collections, true",
    "https://TWIN.example.org:443/x, true",
    "/elsewhere/here, true",
    "http://twin.example.org/ogc/bologna/collections, false",
    "https://twin.example.org:8443/x, false",
    "https://twin.example.org.evil.org/x, false",
    "https://twin.example.org@evil.org/x, false",
    "//evil.org/x, false",
    "http://169.254.169.254/latest, false"
  })
  void aLinkStaysAtThePeer(String link, boolean allowed) {
    if (allowed) {
      assertThatCode(() -> PeerAddress.within(PEER, PEER, link)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(PeerFault.class)
          .isThrownBy(() -> PeerAddress.within(PEER, PEER, link));
    }
  }

  @Test
  void aNameThatLeadsToThisMachineIsRefusedUnlessAllowed() {
    URI here = URI.create("http://localhost:8080/");
    assertThatExceptionOfType(PeerFault.class)
        .isThrownBy(() -> new PeerAddress(false).check(here))
        .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.FORBIDDEN));
    assertThatCode(() -> new PeerAddress(true).check(here)).doesNotThrowAnyException();
  }
}
