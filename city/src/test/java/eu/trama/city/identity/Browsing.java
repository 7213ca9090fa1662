package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies as one does, sends forms with their tokens, and
/// follows no redirect unless told to. Cookies are kept for each host and port, which real browsers
/// do not tell apart, so that two servers of a test do not disturb each other.
public final class Browsing {

  private static final Pattern FIELD =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\"\\s+value=\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Map<String, Map<String, String>> jars = new LinkedHashMap<>();
  private final URI home;

  /// @param home address of the site
  public Browsing(String home) {
    this.home = URI.create(home);
  }

  /// Cookies that the site has set.
  public Map<String, String> cookies() {
    return jars.computeIfAbsent(home.getAuthority(), host -> new LinkedHashMap<>());
  }

  public HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(home.resolve(address)));
  }

  /// Sends a form with the token that the site's page at `page` holds.
  public HttpResponse<String> post(String page, String path, String... fields)
      throws IOException, InterruptedException {
    var token = TOKEN.matcher(get(page).body());
    assertThat(token.find()).as("a form's token on %s", page).isTrue();
    var all = new LinkedHashMap<String, String>();
    all.put("_csrf", token.group(1));
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return submit(path, all);
  }

  /// Sends these fields and nothing else.
  public HttpResponse<String> submit(String address, Map<String, String> fields)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(home.resolve(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
  }

  /// Sends a request with the cookies of its host, and keeps those of the answer.
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var built = request.copy().build();
    var jar = jars.computeIfAbsent(built.uri().getAuthority(), host -> new LinkedHashMap<>());
    if (!jar.isEmpty()) {
      request.header(
          "Cookie",
          jar.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (built.headers().firstValue("Accept").isEmpty()) {
      request.header("Accept", "text/html");
    }
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    for (String header : answer.headers().allValues("Set-Cookie")) {
      var cookie = header.split(";", 2)[0].split("=", 2);
      if (header.contains("Max-Age=0") || cookie[1].isEmpty()) {
        jar.remove(cookie[0]);
      } else {
        jar.put(cookie[0], cookie[1]);
      }
    }
    return answer;
  }

  /// Where an answer leads.
  public static String location(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .map(address -> address.replaceAll("#.*", ""))
        .orElseThrow(() ->
            new AssertionError("no redirect but " + answer.statusCode() + " from " + answer.uri()));
  }

  /// Leaves for the built-in provider and chooses a person; the answer leads back to this site.
  public HttpResponse<String> choose(String person, String back)
      throws IOException, InterruptedException {
    var asked = get(location(get("/sign-in?back=" + encoded(back))));
    var page = get(location(asked));
    assertThat(page.statusCode()).isEqualTo(200);
    var fields = hidden(page.body());
    fields.put("person", person);
    return submit("/provider/authorize", fields);
  }

  /// Signs in as one of the made-up people; the answer is that of coming back.
  public HttpResponse<String> signIn(String person) throws IOException, InterruptedException {
    var back = get(location(choose(person, "/about")));
    assertThat(location(back)).isEqualTo("/about");
    return back;
  }

  /// The hidden fields of a page, without those of the shell.
  public static Map<String, String> hidden(String page) {
    var fields = new LinkedHashMap<String, String>();
    FIELD
        .matcher(page.replaceAll("\\s+", " "))
        .results()
        .filter(field -> !field.group(1).equals("_csrf") && !field.group(1).equals("back"))
        .forEach((MatchResult field) ->
            fields.put(field.group(1), field.group(2).replace("&amp;", "&")));
    return fields;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
