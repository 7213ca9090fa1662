package eu.trama.city.identity;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.CityServer;
import eu.trama.city.identity.session.People;
import eu.trama.city.identity.session.Sessions;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Scenarios;
import eu.trama.city.twin.Twin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every endpoint of the server as a visitor and in every role, and compares who is let in
/// with the table below. An endpoint that is not in the table fails the test, and so does a line of
/// the table to which no endpoint belongs.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class EndpointsTest {

  /// Who is let in: `everybody`, `signed-in` people of any role, `nobody`, or roles. A scenario's
  /// forms are open to everybody here since the scenario of this test is nobody's.
  private static final String EXPECTED =
      """
      GET  /                                                     everybody
      GET  /about                                                everybody
      GET  /accessibility                                        everybody
      GET  /style                                                everybody
      POST /style                                                everybody
      GET  /style/{layer}.geojson                                everybody
      POST /language                                             everybody
      POST /theme                                                everybody
      ANY  /error                                                nobody
      GET  /assets/**                                            everybody
      GET  /webjars/**                                           everybody

      GET  /{city}                                               everybody
      GET  /{city}/zones                                         everybody
      GET  /{city}/zones.geojson                                 everybody
      GET  /{city}/zones/{id}                                    everybody
      GET  /{city}/layers                                        everybody
      GET  /{city}/layers/{layer}                                everybody
      GET  /{city}/layers/{layer}.geojson                        everybody
      GET  /{city}/layers/{layer}/{*id}                          everybody
      GET  /{city}/catalogue                                     everybody
      GET  /{city}/catalogue/{id}                                everybody

      GET  /{city}/scenarios                                     everybody
      POST /{city}/scenarios                                     everybody
      POST /{city}/scenarios/import                              everybody
      GET  /scenarios/{id}                                       everybody
      GET  /scenarios/{id}.json                                  everybody
      GET  /scenarios/{id}.geojson                               everybody
      GET  /scenarios/{id}/diff                                  everybody
      GET  /scenarios/{id}/diff/{other}                          everybody
      POST /scenarios/{id}/branch                                everybody
      POST /scenarios/{id}/name                                  everybody
      POST /scenarios/{id}/undo                                  everybody
      POST /scenarios/{id}/redo                                  everybody
      GET  /scenarios/{id}/new-line                              everybody
      POST /scenarios/{id}/new-line                              everybody
      GET  /scenarios/{id}/headway/often                         everybody
      POST /scenarios/{id}/headway/often                         everybody
      GET  /scenarios/{id}/{task:add-stop|add-facility}          everybody
      POST /scenarios/{id}/{task:add-stop|add-facility}          everybody
      GET  /scenarios/{id}/{task:headway|remove-line|close-stop|close-facility|close-street} everybody
      POST /scenarios/{id}/{task:remove-line|close-stop|close-facility|close-street} everybody
      GET  /scenarios/{id}/run                                   everybody
      POST /scenarios/{id}/run                                   everybody
      GET  /runs/{id}                                            everybody
      GET  /runs/{id}.csv                                        everybody
      GET  /runs/{id}.geojson                                    everybody
      GET  /runs/{id}.json                                       everybody
      POST /runs/{id}/cancel                                     everybody
      GET  /compare                                              everybody
      GET  /compare.csv                                          everybody
      GET  /compare.geojson                                      everybody

      GET  /catalogue                                            everybody
      GET  /catalogue.jsonld                                     everybody
      GET  /catalogue.ttl                                        everybody
      GET  /{city}/catalogue.jsonld                              everybody
      GET  /{city}/catalogue.ttl                                 everybody
      GET  /{city}/layers/{layer}.csv                            everybody
      GET  /{city}/layers/{layer}.parquet                        everybody
      GET  /{city}/layers/{layer}.cityjson                       everybody
      POST /runs/{id}/elsewhere                                  everybody
      GET  /health/live                                          everybody
      GET  /health/ready                                         everybody
      GET  /metrics                                              everybody

      GET  /ogc/{city}                                           everybody
      GET  /ogc/{city}/                                          everybody
      GET  /ogc/{city}/api                                       everybody
      GET  /ogc/{city}/conformance                               everybody
      GET  /ogc/{city}/collections                               everybody
      GET  /ogc/{city}/collections/{layer}                       everybody
      GET  /ogc/{city}/collections/{layer}/items                 everybody
      GET  /ogc/{city}/collections/{layer}/items/{*id}           everybody
      GET  /ogc/{city}/collections/{layer}/schema                everybody
      GET  /ogc/{city}/tileMatrixSets                            everybody
      GET  /ogc/{city}/tileMatrixSets/{set}                      everybody
      GET  /ogc/{city}/tiles                                     everybody
      GET  /ogc/{city}/collections/{layer}/tiles                 everybody
      GET  /ogc/{city}/tiles/{set}                               everybody
      GET  /ogc/{city}/collections/{layer}/tiles/{set}           everybody
      GET  /ogc/{city}/tiles/{set}/{matrix}/{row}/{column}       everybody
      GET  /ogc/{city}/collections/{layer}/tiles/{set}/{matrix}/{row}/{column} everybody
      GET  /ogc/{city}/xyz/metadata.json                         everybody
      GET  /ogc/{city}/xyz/{z}/{x}/{y}.pbf                       everybody
      GET  /ogc/{city}/collections/{layer}/xyz/metadata.json     everybody
      GET  /ogc/{city}/collections/{layer}/xyz/{z}/{x}/{y}.pbf   everybody
      GET  /ogc/{city}/{*rest}                                   everybody
      GET  /ogc/{city}/processes                                 everybody
      GET  /ogc/{city}/processes/{process}                       everybody
      POST /ogc/{city}/processes/{process}/execution             everybody
      GET  /ogc/{city}/jobs                                      everybody
      GET  /ogc/{city}/jobs/{job}                                everybody
      GET  /ogc/{city}/jobs/{job}/results                        everybody
      DELETE /ogc/{city}/jobs/{job}                                everybody

      GET  /{city}/peers                                         everybody
      POST /{city}/peers                                         planner operator
      POST /{city}/peers/{peer}/remove                           planner operator
      GET  /{city}/peers/{peer}/{layer}                          everybody
      GET  /{city}/peers/{peer}/{layer}.geojson                  everybody
      GET  /{city}/peers/{peer}/try                              everybody
      POST /{city}/peers/{peer}/try                              planner operator
      GET  /{city}/peers/{peer}/try/{id}                         everybody

      GET  /ledger                                               everybody
      POST /ledger                                               everybody
      GET  /ledger/checkpoint                                    everybody
      GET  /ledger/tile/{*path}                                  everybody
      GET  /ledger/receipt/{id}                                  everybody
      POST /ledger/cosignatures                                  everybody

      GET  /{city}/places                                        everybody
      GET  /{city}/places.json                                   everybody
      GET  /{city}/departures                                    everybody
      GET  /{city}/departures.json                               everybody

      GET  /transport-card                                       everybody
      GET  /transport-card/ask                                   signed-in
      POST /transport-card/ask                                   signed-in
      GET  /me/decisions                                         signed-in
      GET  /decisions                                            caseworker
      GET  /decisions/{id}                                       signed-in
      GET  /decisions/{id}/document                              signed-in
      GET  /decisions/{id}/objection                             signed-in
      POST /decisions/{id}/objection                             signed-in
      POST /decisions/{id}/confirm                               caseworker
      GET  /decisions/{id}/answer                                caseworker
      POST /decisions/{id}/answer                                caseworker
      GET  /algorithms/{id}/decisions                            everybody

      GET  /algorithms/{id}/monitoring                           everybody
      POST /algorithms/{id}/monitoring                           auditor
      GET  /algorithms/{id}/truth                                auditor
      POST /algorithms/{id}/truth                                auditor
      GET  /algorithms/{id}/incidents                            caseworker planner auditor operator
      POST /algorithms/{id}/incidents                            caseworker planner auditor operator
      GET  /algorithms/{id}/incidents/{incident}                 caseworker planner auditor operator
      POST /algorithms/{id}/incidents/{incident}                 planner auditor

      GET  /algorithms/questionnaires                            everybody
      POST /algorithms/questionnaires                            auditor
      POST /algorithms/questionnaires/{name}/{number}/adopt      auditor
      GET  /algorithms/questionnaires/{name}/{number}.json       everybody
      GET  /algorithms/screening                                 everybody
      POST /algorithms/screening                                 planner procurement auditor caseworker
      GET  /algorithms/{system}/screening                        everybody
      GET  /algorithms/{system}/studies                          everybody
      POST /algorithms/{system}/studies                          planner procurement auditor caseworker
      GET  /algorithms/studies/{study}                           everybody
      GET  /algorithms/studies/{study}.json                      everybody
      POST /algorithms/studies/{study}/answers                   planner procurement auditor caseworker
      POST /algorithms/studies/{study}/submit                    planner procurement auditor caseworker
      GET  /algorithms/studies/{study}/{page}                    planner procurement auditor caseworker
      POST /algorithms/studies/{study}/{page}                    planner procurement auditor caseworker

      GET  /sign-in                                              everybody
      GET  /sign-in/return                                       everybody
      GET  /sign-in/refused                                      everybody
      GET  /sign-in/demo                                         everybody
      GET  /signed-out                                           everybody
      POST /sign-out                                             everybody
      POST /sign-out/everywhere                                  everybody
      POST /sign-out/back-channel                                everybody
      GET  /me/sessions                                          signed-in
      POST /me/sessions/end                                      signed-in
      GET  /operator                                             operator
      GET  /operator/persons                                     operator
      POST /operator/persons/forget                              operator
      POST /operator/persons/rotate                              operator
      POST /operator/sessions/end                                operator
      GET  /operator/sign-ins                                    auditor operator

      GET  /algorithms                                           everybody
      GET  /algorithms.json                                      everybody
      GET  /algorithms.csv                                       everybody
      GET  /algorithms.atom                                      everybody
      GET  /algorithms/protocol                                  everybody
      GET  /algorithms/standards/{file}                          everybody
      GET  /algorithms/{id}                                      everybody
      GET  /algorithms/new                                       planner procurement
      POST /algorithms/new                                       planner procurement
      GET  /algorithms/import                                    planner procurement
      POST /algorithms/import                                    planner procurement
      GET  /algorithms/{id}/edit                                 planner procurement
      POST /algorithms/{id}/edit                                 planner procurement
      POST /algorithms/{id}/publish                              planner procurement
      POST /algorithms/{id}/version                              planner procurement
      POST /algorithms/{id}/advance                              planner procurement
      GET  /algorithms/{id}/gates/{gate}                         caseworker planner procurement auditor
      POST /algorithms/{id}/gates/{gate}                         caseworker planner procurement auditor
      GET  /algorithms/{id}/oversight                            planner procurement auditor
      POST /algorithms/{id}/suspend                              planner auditor
      POST /algorithms/{id}/resume                               auditor
      GET  /algorithms/council                                   everybody
      POST /algorithms/council                                   auditor
      POST /algorithms/council/apply                             signed-in
      POST /algorithms/council/seats                             auditor
      GET  /algorithms/council/{session}                         everybody
      POST /algorithms/council/{session}/items                   auditor
      POST /algorithms/council/{session}/votes                   signed-in
      POST /algorithms/council/{session}/close                   auditor
      """;

  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(/\\S*)\\s+(.+)");
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([^|}]+)[^}]*}");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext context;
  @Autowired private People people;
  @Autowired private Sessions sessions;
  @Autowired private Scenarios scenarios;
  @Autowired private Twin twin;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private String scenario = "";

  @BeforeEach
  void aScenarioOfNobodys() {
    scenario = scenarios.create(twin.today("barcelona"), "Of nobody", "", List.of()).id();
  }

  /// A way to ask the server for something.
  private record Endpoint(String method, String pattern) implements Comparable<Endpoint> {
    @Override
    public int compareTo(Endpoint other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @Test
  void everyEndpointIsInTheTableAndNothingElse() {
    assertThat(endpoints()).containsExactlyInAnyOrderElementsOf(expected().keySet());
  }

  @Test
  void everyEndpointLetsInWhomTheTableSaysAndNobodyElse() throws Exception {
    var wrong = new ArrayList<String>();
    var expected = expected();
    check(wrong, expected, "visitor", Set.of());
    for (Role role : Role.values()) {
      check(wrong, expected, role.key(), Set.of(role));
    }
    assertThat(wrong).isEmpty();
  }

  private void check(
      List<String> wrong, Map<Endpoint, String> expected, String who, Set<Role> roles)
      throws Exception {
    for (var line : expected.entrySet()) {
      var methods =
          line.getKey().method().equals("ANY")
              ? List.of("GET", "POST")
              : List.of(line.getKey().method());
      for (String method : methods) {
        // A session and a token of their own for each: some endpoints end the session.
        boolean let = letIn(method, line.getKey().pattern(), session(who, roles));
        if (let != expects(line.getValue(), who)) {
          wrong.add(method + " " + line.getKey().pattern() + " as " + who + ": let in " + let);
        }
      }
    }
  }

  private static boolean expects(String whom, String who) {
    return switch (whom) {
      case "everybody" -> true;
      case "nobody" -> false;
      case "signed-in" -> !who.equals("visitor");
      default -> List.of(whom.split(" ", -1)).contains(who);
    };
  }

  private String session(String who, Set<Role> roles) {
    if (roles.isEmpty()) {
      return "";
    }
    var person = people.welcome("built-in", "walker-" + who, who, EnumSet.copyOf(roles));
    return "trama-session="
        + sessions.begin(new Sessions.Beginning(person, "token", null, "", "127.0.0.0/24"));
  }

  /// Whoever is let in gets an answer of the endpoint, be it that what was sent makes no sense.
  private boolean letIn(String method, String pattern, String cookie) throws Exception {
    var path = path(pattern);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (method.equals("DELETE")) {
      with(request, cookie).DELETE();
    } else if (method.equals("POST")) {
      var page =
          send(
              with(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/about")),
                  cookie));
      var token = TOKEN.matcher(page.body());
      assertThat(token.find()).isTrue();
      var form =
          page.headers().allValues("Set-Cookie").stream()
              .map(set -> set.split(";", 2)[0])
              .collect(java.util.stream.Collectors.joining("; "));
      with(
          request,
          Stream.of(cookie, form)
              .filter(c -> !c.isEmpty())
              .collect(java.util.stream.Collectors.joining("; ")));
      request.POST(
          HttpRequest.BodyPublishers.ofString("_csrf=" + Browsing.encoded(token.group(1))));
    } else {
      with(request, cookie);
    }
    var answer = send(request);
    assertThat(answer.statusCode()).as("%s %s", method, path).isNotIn(401, 405, 429, 500);
    boolean toSignIn =
        answer.headers().firstValue("Location").orElse("").startsWith("/sign-in?back=")
            && !path.startsWith("/sign-in");
    return answer.statusCode() != 403 && !toSignIn;
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String cookie) {
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// An address that the pattern matches.
  private String path(String pattern) {
    var path = CHOICE.matcher(pattern).replaceAll("$1");
    path = path.replace("{city}", "barcelona");
    if (path.startsWith("/scenarios/")) {
      path = path.replace("{id}", scenario).replace("{other}", scenario);
    }
    return path.replace("**", "x").replaceAll("\\{\\*?\\w+}", "x");
  }

  private static Map<Endpoint, String> expected() {
    var table = new LinkedHashMap<Endpoint, String>();
    EXPECTED
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          var parts = LINE.matcher(line);
          assertThat(parts.matches()).as(line).isTrue();
          table.put(new Endpoint(parts.group(1), parts.group(2)), parts.group(3));
        });
    return table;
  }

  /// Every endpoint of every handler mapping.
  private Set<Endpoint> endpoints() {
    var found = new TreeSet<Endpoint>();
    for (HandlerMapping mapping : context.getBeansOfType(HandlerMapping.class).values()) {
      switch (mapping) {
        case RequestMappingHandlerMapping methods ->
            methods.getHandlerMethods().keySet().stream()
                .flatMap(info ->
                    info.getPatternValues().stream()
                        .flatMap(pattern ->
                            methods(info.getMethodsCondition().getMethods())
                                .map(method -> new Endpoint(method, pattern))))
                .forEach(found::add);
        case AbstractUrlHandlerMapping urls ->
            urls.getHandlerMap().keySet().stream()
                .map(url -> url.replaceAll("^/assets/[0-9a-f]{12}/", "/assets/"))
                .map(url -> new Endpoint("GET", url))
                .forEach(found::add);
        case RouterFunctionMapping routes -> assertThat(routes.getRouterFunction()).isNull();
        default -> throw new AssertionError("handlers that this test does not know: " + mapping);
      }
    }
    return found;
  }

  private static Stream<String> methods(Set<RequestMethod> methods) {
    return methods.isEmpty() ? Stream.of("ANY") : methods.stream().map(RequestMethod::name);
  }
}
