package eu.trama.city.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.trama.city.CityServer;
import eu.trama.city.identity.Browsing;
import eu.trama.city.ledger.commands.LedgerCommand;
import eu.trama.city.ledger.keep.Keeper;
import eu.trama.city.store.StoreSettings;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import eu.trama.ledger.note.Checkpoint;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.note.SigningKey;
import eu.trama.ledger.receipt.Receipt;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/// The ledger from a module's transaction to a stranger who checks it.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "TRAMA_LEDGER_WITNESSES=" + LedgerSiteTest.WITNESS)
@ContextConfiguration(initializers = TestStore.class)
@WithBrowser
class LedgerSiteTest {

  /// Of the seed of 32 zeros.
  static final String WITNESS =
      "witness.example+2f6d70a4+BDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Autowired private CityLedger ledger;
  @Autowired private Keeper keeper;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private StoreSettings store;
  @LocalServerPort private int port;
  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private UUID id = new UUID(0, 0);

  @BeforeEach
  void anEntry() {
    id =
        new TransactionTemplate(transactions)
            .execute(_ -> ledger.append("decision", Commitment.of(Commitment.salt(), new byte[9])));
  }

  private Receipt receipt() {
    Instant end = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(end)) {
      if (ledger.receipt(id) instanceof Standing.Proven(Receipt receipt)) {
        return receipt;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("no receipt after " + LONGEST + ": " + keeper.trouble());
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(site() + path)).build(), BodyHandlers.ofByteArray());
  }

  private String site() {
    return "http://127.0.0.1:" + port;
  }

  private String key() {
    return keeper.key().orElseThrow().toString();
  }

  @Test
  void anEntryIsUnderAHeadSoonAfterItsCommit() {
    Receipt receipt = receipt();
    assertThat(receipt.check(keeper.key().orElseThrow(), List.of()))
        .isInstanceOf(Receipt.Outcome.Proven.class);
    assertThat(new String(receipt.entry().orElseThrow(), StandardCharsets.UTF_8))
        .matches("trama-ledger/v1 decision\n[A-Za-z0-9+/]{43}=\n");
  }

  @Test
  void whatIsRolledBackNeverWas() {
    UUID gone =
        new TransactionTemplate(transactions)
            .execute(status -> {
              status.setRollbackOnly();
              return ledger.append("decision", new byte[32]);
            });
    assertThat(ledger.receipt(gone)).isEqualTo(new Standing.Unknown());
    receipt();
    assertThat(ledger.receipt(gone)).isEqualTo(new Standing.Unknown());
  }

  @Test
  void takesCommitmentsAndNothingElse() {
    assertThatThrownBy(() -> ledger.append("decision", new byte[31]))
        .hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> ledger.append("Marta Puig", new byte[32]))
        .hasMessageContaining("lower case");
    byte[] salt = Commitment.salt();
    assertThat(Commitment.of(salt, new byte[1]))
        .hasSize(32)
        .isEqualTo(Commitment.of(salt, new byte[1]))
        .isNotEqualTo(Commitment.of(Commitment.salt(), new byte[1]));
    assertThatThrownBy(() -> Commitment.of(new byte[3], salt)).hasMessageContaining("32 bytes");
  }

  @Test
  void programsReadTheLogAsStaticFiles() throws Exception {
    receipt();
    var checkpoint = get("/ledger/checkpoint");
    assertThat(checkpoint.headers().firstValue("Content-Type"))
        .hasValue("text/plain;charset=utf-8");
    long size = Checkpoint.parse(SignedNote.parse(checkpoint.body()).text()).size();
    assertThat(size).isLessThan(256);
    var tile = get("/ledger/tile/0/000.p/" + size);
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.body()).hasSize((int) size * 32);
    assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(tile.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
    assertThat(get("/ledger/tile/entries/000.p/" + size).statusCode()).isEqualTo(200);
    for (String path :
        List.of(
            "/ledger/tile/0/000",
            "/ledger/tile/0/000.p/255",
            "/ledger/tile/0/001.p/1",
            "/ledger/tile/1/000.p/1",
            "/ledger/tile/63/x999/x999/x999/x999/x999/999",
            "/ledger/tile/0/00",
            "/ledger/tile/../key",
            "/ledger/tile/0/..%2f..%2fkey",
            "/ledger/key",
            "/ledger/receipt/x",
            "/ledger/receipt/" + new UUID(1, 2))) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 403, 404);
    }
    var receipt = get("/ledger/receipt/" + id);
    assertThat(receipt.headers().firstValue("Content-Disposition").orElse(""))
        .contains(id + ".tlog-proof");
    assertThat(Receipt.parse(new String(receipt.body(), StandardCharsets.UTF_8)).entry())
        .isPresent();
  }

  private record Said(int code, String text) {}

  private Said run(String... arguments) {
    var said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      var line = new CommandLine(new LedgerCommand(name -> null));
      line.setExecutionExceptionHandler((e, _, _) -> {
        System.out.println(e.getMessage());
        return 1;
      });
      int code = line.execute(arguments);
      return new Said(code, said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void theCommandChecksASiteAFolderAndAReceipt() throws Exception {
    String receipt = receipt().toString();
    assertThat(run("verify", site() + "/ledger", "--key", key()))
        .satisfies(said -> assertThat(said.text()).contains("all of it is right"))
        .satisfies(said -> assertThat(said.code()).isZero());
    assertThat(run("verify", site() + "/ledger", "--key", WITNESS).code()).isEqualTo(1);
    assertThat(run("show", site() + "/ledger", "--key", key()).text())
        .contains(key(), "\n— trama/ledger-");
    Path home = store.home();
    assertThat(run("verify", "--home", home.toString()).text()).contains("all of it is right");
    Path file = folder.resolve("mine.tlog-proof");
    Files.writeString(file, receipt);
    assertThat(run("receipt", file.toString(), "--home", home.toString()).text())
        .contains("The receipt is right", "trama-ledger/v1 decision");
    Files.writeString(file, receipt.replace("index ", "index 1"));
    assertThat(run("receipt", file.toString(), "--key", key()))
        .satisfies(said -> assertThat(said.text()).contains("proves nothing"))
        .satisfies(said -> assertThat(said.code()).isEqualTo(1));
    assertThat(run("receipt", file.toString(), "--home", folder.toString()).text())
        .contains("say whose log it is with --key");
    assertThat(run("verify", "--home", folder.toString(), "--key", key()).text())
        .contains("there is no ledger");
    assertThat(run("verify", "ftp://x", "--key", key()).text()).contains("begins with https://");
  }

  @Test
  void theCommandFindsOneTurnedBitInACopy() throws Exception {
    receipt();
    Path copy = folder.resolve("ledger");
    try (var files = Files.walk(store.home().resolve("ledger"))) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(store.home().resolve("ledger").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    assertThat(run("verify", "--home", folder.toString()).code()).isZero();
    Path bundle;
    try (var files = Files.list(copy.resolve("tile/entries/000.p"))) {
      bundle = files.findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[11] ^= 4;
    Files.write(bundle, bytes);
    Said said = run("verify", "--home", folder.toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.text()).contains("tile/entries/000.p/", "byte 11, bit 2, entry 0");
  }

  @Test
  void aWitnessCosigns() throws Exception {
    SigningKey witness = SigningKey.of("witness.example", KeyType.WITNESS, new byte[32]);
    assertThat(witness.verifier()).hasToString(WITNESS);
    SignedNote head = receipt().head();
    assertThat(cosign("nothing").statusCode()).isEqualTo(400);
    assertThat(cosign("x".repeat(20_000)).statusCode()).isEqualTo(413);
    assertThat(cosign(head.toString()).statusCode()).isEqualTo(422);
    assertThat(cosign(head.with(witness.cosign("other\n", 7)).toString()).statusCode())
        .isEqualTo(422);
    var foreign = new SignedNote("a\n1\n" + "A".repeat(43) + "=\n", head.signatures());
    assertThat(cosign(foreign.with(witness.cosign(foreign.text(), 7)).toString()).statusCode())
        .isEqualTo(422);
    SignedNote cosigned = head.with(witness.cosign(head.text(), 1_790_000_000));
    assertThat(cosign(cosigned.toString()).statusCode()).isEqualTo(200);
    Instant end = Instant.now().plus(LONGEST);
    while (!new String(get("/ledger/checkpoint").body(), StandardCharsets.UTF_8)
        .contains("— witness.example ")) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(50_000_000);
    }
  }

  private HttpResponse<String> cosign(String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(site() + "/ledger/cosignatures"))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aPersonPastesAReceipt() throws Exception {
    String receipt = receipt().toString().replace("\n", "\r\n");
    var browsing = new Browsing(site());
    assertThat(browsing.post("/ledger?lang=en", "/ledger?lang=en", "receipt", receipt).body())
        .contains("The receipt is right", "decision");
    assertThat(browsing.post("/ledger", "/ledger?lang=en", "receipt", "").body())
        .contains("Paste the text of a receipt here");
    assertThat(browsing.post("/ledger", "/ledger?lang=en", "receipt", "abc").body())
        .contains("no whole receipt");
    assertThat(
            browsing
                .post("/ledger", "/ledger?lang=en", "receipt", receipt.replace("index ", "index 1"))
                .body())
        .contains("proves nothing here");
  }

  @Test
  void thePageIsQuietAccessibleAndNoWiderThanAPhone(Browser browser) {
    String receipt = receipt().toString();
    for (Look look : List.of(Look.DESKTOP, Look.PHONE)) {
      try (var visitor = browser.visitor(look)) {
        visitor.open("/ledger").checked().photographed("ledger");
        visitor.page().fill("#receipt", receipt);
        visitor.page().locator("main form button").click();
        visitor.checked().photographed("ledger-right");
        visitor.open("/ledger");
        visitor.page().fill("#receipt", "abc");
        visitor.page().locator("main form button").click();
        visitor.checked().photographed("ledger-wrong");
      }
    }
  }
}
