package eu.trama.city.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.trama.city.store.OwnServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What may befall a server in a machine room, done to a whole `trama up`: it stays up or comes
/// back, answers clearly, and loses nothing that it acknowledged. Minutes long, therefore run by
/// `./trama test --faults`.
@Tag("fault")
class FaultsTest {

  private static final long SEED = 20261124;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void killedUnderLoadItComesBackWithAllItAcknowledged() throws Exception {
    var random = new Random(SEED);
    OwnServer own = OwnServer.in(folder.resolve("home"));
    for (int round = 0; round < 4; round++) {
      ServerProcess server = ServerProcess.start(own.home(), Map.of("TRAMA_LOG", "ecs"));
      var visitor = Visitor.of(client, server.site());
      assertAllThere(visitor);
      int enough = acknowledged.size() + 20 + random.nextInt(50);
      stop.set(false);
      try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int person = 0; person < 4; person++) {
          var _ = people.submit(() -> createScenarios(visitor));
        }
        Waiting.until(LIMIT, () -> acknowledged.size() >= enough);
        if (round % 2 == 1) {
          own.kill();
        }
        server.kill();
        stop.set(true);
      }
      assertEachLineIsJson(server.log());
    }
    try (var server = ServerProcess.start(own.home(), Map.of())) {
      assertAllThere(Visitor.of(client, server.site()));
    }
    assertThat(acknowledged).hasSizeGreaterThan(80);
  }

  @Test
  void onAFullDiskItRefusesAndRecoversWhenThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", disk.toString()) == 0,
        "only root can make a small disk (mount -t tmpfs)");
    try {
      OwnServer own = OwnServer.in(disk.resolve("home"));
      try (var server = ServerProcess.start(own.home(), Map.of())) {
        var visitor = Visitor.of(client, server.site());
        create(visitor);
        Path filler = disk.resolve("filler");
        fill(filler);
        fillTables(own);
        Waiting.until(LIMIT, () -> create(visitor).statusCode() == 503);
        assertThat(visitor.get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(visitor.get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = create(visitor);
        assertThat(refused.body())
            .contains("We cannot answer right now")
            .doesNotContain("Exception", "No space");

        Files.delete(filler);

        Waiting.until(LIMIT, () -> create(visitor).statusCode() == 303);
        assertAllThere(visitor);
      }
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
    }
  }

  @Test
  void tenThousandSlowConnectionsDoNotKeepOthersOut() throws Exception {
    OwnServer own = OwnServer.in(folder.resolve("home"));
    var slow = new ArrayList<SocketChannel>();
    try (var server = ServerProcess.start(own.home(), Map.of())) {
      var visitor = Visitor.of(client, server.site());
      long before = server.residentMegabytes();
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
      byte[] begun = "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 10_000; i++) {
        SocketChannel channel = SocketChannel.open(address);
        channel.write(ByteBuffer.wrap(begun));
        channel.configureBlocking(false);
        slow.add(channel);
      }
      double slowest = 0;
      for (int round = 0; round < 20; round++) {
        int dropped = drip(slow);
        long start = System.nanoTime();
        assertThat(visitor.get("/barcelona").statusCode()).isEqualTo(200);
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        assertThat(dropped).isLessThan(slow.size());
      }
      assertThat(create(visitor).statusCode()).isEqualTo(303);
      assertThat(slowest).isLessThan(10);
      System.out.printf(
          "10,000 slow connections: slowest page %.2f s, memory %d MB before, %d MB with them%n",
          slowest, before, server.residentMegabytes());
    } finally {
      for (SocketChannel channel : slow) {
        channel.close();
      }
    }
  }

  @Test
  void whatHasBegunEndsBeforeItStops() throws Exception {
    OwnServer own = OwnServer.in(folder.resolve("home"));
    ServerProcess server = ServerProcess.start(own.home(), Map.of());
    var visitor = Visitor.of(client, server.site());
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String body = "_csrf=" + visitor.token() + "&name=begun";
      String request =
          "POST /barcelona/scenarios HTTP/1.1\r\nHost: localhost\r\nCookie: "
              + visitor.cookie()
              + "\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body.substring(0, 10);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Waiting.until(LIMIT, () -> visitor.get("/metrics").body().contains("trama_requests_now 2.0"));

      server.process().destroy();
      // Nobody new is let in …
      Waiting.until(LIMIT, () -> refuses(server.port()));
      // … and who is in gets an answer.
      out.write(body.substring(10).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 303").contains("/scenarios/");
    }
    server.close();
    assertThat(server.process().exitValue()).isEqualTo(143);
    assertThat(ProcessHandle.of(postmasterBefore(own)).isPresent()).isFalse();
  }

  @Test
  void aZipBombIsRefusedInLittleMemoryAndChangesNothing() throws Exception {
    OwnServer own = OwnServer.in(folder.resolve("home"));
    Path bomb = folder.resolve("bomb.zip");
    byte[] zeros = new byte[1 << 20];
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("stops.txt"));
      for (int i = 0; i < 2_000; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    ServerProcess first = ServerProcess.begin(own.home(), Map.of(), "run", "models");
    assertThat(first.process().waitFor()).isZero();
    ServerProcess imported =
        ServerProcess.begin(own.home(), Map.of(), "import", "barcelona", "--gtfs", bomb.toString());
    assertThat(imported.process().waitFor()).isEqualTo(1);
    assertThat(Files.readString(imported.log())).contains("bomb.zip").doesNotContain("\tat ");
  }

  private static long postmasterBefore(OwnServer own) {
    try {
      return own.postmaster();
    } catch (IOException | RuntimeException gone) {
      return Long.MAX_VALUE; // it has taken its file with it
    }
  }

  private Void createScenarios(Visitor visitor) throws InterruptedException {
    while (!stop.get()) {
      try {
        create(visitor);
      } catch (IOException e) {
        return null; // the server was killed
      }
    }
    return null;
  }

  private HttpResponse<String> create(Visitor visitor) throws IOException, InterruptedException {
    var answer = visitor.post("/barcelona/scenarios", Map.of("name", "kept"));
    if (answer.statusCode() == 303) {
      acknowledged.add(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath());
    }
    return answer;
  }

  private void assertAllThere(Visitor visitor) throws IOException, InterruptedException {
    for (String scenario : acknowledged) {
      assertThat(visitor.get(scenario).statusCode()).as(scenario).isEqualTo(200);
    }
  }

  private static void assertEachLineIsJson(Path log) throws IOException {
    var json = JsonMapper.builder().build();
    for (String line : Files.readAllLines(log)) {
      // The JVM itself says a line or two before the log begins.
      if (!line.startsWith("WARNING:") && !line.contains("VM warning")) {
        assertThat(json.readTree(line).path("message").asString("")).as(line).isNotEmpty();
      }
    }
  }

  /// A byte more for each, as a slow line would; those that the server has closed are left.
  private static int drip(List<SocketChannel> slow) {
    int dropped = 0;
    for (SocketChannel channel : slow) {
      try {
        channel.write(ByteBuffer.wrap(new byte[] {'x'}));
      } catch (IOException closed) {
        dropped++;
      }
    }
    return dropped;
  }

  /// Writes until there is room for a megabyte.
  private static void fill(Path filler) throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] megabyte = new byte[1 << 20];
      while (Files.getFileStore(filler).getUsableSpace() > 2L << 20) {
        out.write(megabyte);
      }
    }
  }

  /// Writes rows until the database has no room either.
  private static void fillTables(OwnServer own) {
    try (var connection = own.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table filler (text text)");
      for (int i = 0; i < 1_000; i++) {
        statement.execute(
            "insert into filler select string_agg(gen_random_uuid()::text, '') from generate_series(1, 20000)");
      }
      throw new AssertionError("the disk was never full");
    } catch (SQLException full) {
      assertThat(full.getSQLState()).as(full.getMessage()).matches("53100|08.*|57.*");
    }
  }

  private static boolean refuses(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
