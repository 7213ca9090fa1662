package eu.trama.city.twin.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.trama.city.store.ModuleSchema;
import eu.trama.city.store.TestDatabase;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Feature;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Servers that answer well, badly, late or never.
class PeersTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.with(new ModuleSchema("twin"));

  private static final FederationSettings SETTINGS =
      new FederationSettings(
          true, false, Duration.ofMillis(700), Duration.ofMinutes(5), Duration.ofNanos(1));

  private StrangePeer strange;
  private PeerClient client;
  private Peers peers;
  private PeerWatch watch;

  @BeforeEach
  void begin() throws IOException {
    var jdbc = JdbcClient.create(DATABASE.dataSource());
    jdbc.sql("truncate twin.city cascade").update();
    jdbc.sql(
            """
            insert into twin.city values ('ona', 'Ona', 'ES', 'Europe/Madrid', 25831, 41.4, 2.1, 12, '{ca}', 'EUR')
            """)
        .update();
    strange = new StrangePeer();
    client = new PeerClient(SETTINGS);
    var reader = new OfferReader(client);
    peers = new Peers(DATABASE.dataSource(), Clock.systemUTC(), reader, SETTINGS);
    watch = new PeerWatch(peers, reader, SETTINGS);
  }

  @AfterEach
  void end() {
    watch.close();
    strange.close();
  }

  private Peer added() throws InterruptedException {
    return peers.find("ona", peers.add("ona", strange.at("/").toString())).orElseThrow();
  }

  @Test
  void aServerIsAddedByItsAddressAndSaysWhatItHas() throws InterruptedException {
    PeerState state = watch.look(List.of(added())).getFirst();
    assertThat(state.fault()).isEmpty();
    Offer offer = state.told().orElseThrow().offer();
    assertThat(offer.title()).isEqualTo("Strange city");
    assertThat(offer.layers())
        .containsExactly(
            new Offer.Layer(
                "trees",
                "Trees",
                "Each tree of the city",
                strange.at("/items").toString(),
                "https://example.org/licence"));
  }

  @Test
  void theSameServerIsThereOnce() throws InterruptedException {
    String first = peers.add("ona", strange.at("/").toString());
    assertThat(peers.add("ona", strange.at("").toString())).isEqualTo(first);
    assertThat(peers.of("ona")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/silent, SLOW",
    "/drip, SLOW",
    "/large, LARGE",
    "/elsewhere, REFUSED",
    "/no, REFUSED",
    "/page, UNCLEAR",
    "/number, UNCLEAR",
    "/deep, UNCLEAR",
    "/collections, UNCLEAR",
    "/lured, FORBIDDEN"
  })
  void whoDoesNotAnswerAsTheStandardSaysIsNotAdded(String path, Fault fault) {
    URI address = strange.at(path);
    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> peers.add("ona", address.toString()))
        .satisfies(refused ->
            assertThat(refused.findings().getFirst().code()).isEqualTo("peer-" + fault.key()));
    assertThat(peers.of("ona")).isEmpty();
  }

  @Test
  void whoIsGoneIsShownAsItWasAndNotAskedAgainForAWhile() throws InterruptedException {
    Peer peer = added();
    strange.mood = StrangePeer.Mood.GONE;
    PeerState state = watch.look(List.of(peer)).getFirst();
    assertThat(state.fault()).contains(Fault.REFUSED);
    assertThat(state.told().orElseThrow().offer().title()).isEqualTo("Strange city");
    int asked = strange.asked.get();
    assertThat(watch.look(List.of(peer)).getFirst().fault()).contains(Fault.REFUSED);
    assertThat(strange.asked.get()).as("times that it was asked").isEqualTo(asked);
  }

  @Test
  void oneThatHangsCostsNoOtherItsPlace() throws InterruptedException {
    Peer well = added();
    var silent = new Peer("silent", "ona", strange.at("/silent"), "Silent", well.addedAt());
    List<PeerState> states = watch.look(List.of(silent, well));
    assertThat(states.get(0).fault()).contains(Fault.SLOW);
    assertThat(states.get(0).told()).isEmpty();
    assertThat(states.get(1).fault()).isEmpty();
  }

  @Test
  void ofALayerWhatIsBrokenIsCountedAndTheRestIsShown() throws Exception {
    Peer peer = added();
    Offer offer = watch.look(List.of(peer)).getFirst().told().orElseThrow().offer();
    var page = new PeerLayers(client, SETTINGS).read(peer, offer.layers().getFirst());
    assertThat(page.features()).extracting(Feature::id).containsExactly("1", "2");
    assertThat(page.features().getFirst().properties().values())
        .containsEntry("name", "<script>alert(1)</script>")
        .containsEntry("height", 7.5)
        .doesNotContainKey("deep");
    assertThat(page.matched()).contains(4L);
    assertThat(page.broken()).isEqualTo(2);
  }

  @Test
  void aPageAndItsMapAskThePeerOnce() throws Exception {
    Peer peer = added();
    Offer.Layer trees =
        watch.look(List.of(peer)).getFirst().told().orElseThrow().offer().layers().getFirst();
    var layers = new PeerLayers(client, SETTINGS);
    var page = layers.read(peer, trees);
    assertThat(layers.shown(peer, trees)).isEqualTo(page);
    assertThat(strange.itemsAsked).hasValue(1);
    layers.read(peer, trees);
    assertThat(strange.itemsAsked).as("a page that is opened again").hasValue(2);
    new PeerLayers(client, SETTINGS).shown(peer, trees);
    assertThat(strange.itemsAsked).as("a map on another server than its page").hasValue(3);
  }

  @Test
  void withoutLeaveNoServerOfThisMachineIsAsked() {
    var strict =
        new FederationSettings(
            false, false, SETTINGS.patience(), SETTINGS.rest(), SETTINGS.fresh());
    var careful =
        new Peers(
            DATABASE.dataSource(),
            Clock.systemUTC(),
            new OfferReader(new PeerClient(strict)),
            strict);
    assertThatExceptionOfType(BadInput.class)
        .isThrownBy(() -> careful.add("ona", strange.at("/").toString()))
        .satisfies(refused ->
            assertThat(refused.findings().getFirst().code()).isEqualTo("peer-forbidden"));
    assertThat(strange.asked.get()).isZero();
  }
}
