package eu.trama.city.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// An OpenID Connect provider that is not of our making, in a process of its own: the npm package
/// `oidc-provider`, run by node. See `city/src/test/oidc/provider.mjs`.
final class SecondProvider implements AutoCloseable {

  static final String SECRET = "a-secret-that-no-log-may-show";

  private static final Path FOLDER =
      Path.of(System.getProperty("trama.root"), "city/src/test/oidc");

  private final Process process;
  private final String issuer;

  private SecondProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /// Why it cannot run here; empty where it can.
  static Optional<String> missing() {
    if (!Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"))) {
      return Optional.of(
          "the second identity provider is not installed (npm ci --prefix city/src/test/oidc)");
    }
    boolean node =
        java.util.Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
    return node ? Optional.empty() : Optional.of("no node on the PATH for the second provider");
  }

  /// Starts it for a client at that address.
  static SecondProvider start(String client) {
    try {
      var process =
          new ProcessBuilder("node", FOLDER.resolve("provider.mjs").toString(), client)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String port = out.readLine();
      if (port == null) {
        throw new IllegalStateException("the second provider ended at once");
      }
      return new SecondProvider(process, "http://127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String issuer() {
    return issuer;
  }

  /// Lets it lie in the next ID tokens, as `provider.mjs` says; `{}` for the truth.
  void lie(String faults) throws IOException, InterruptedException {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(issuer + "/faults"))
                .POST(HttpRequest.BodyPublishers.ofString(faults))
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
