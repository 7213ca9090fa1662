package eu.trama.city.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import eu.trama.city.CityServer;
import eu.trama.city.store.TestStore;
import java.net.URI;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The description of the API is a valid OpenAPI 3.0 document and names each address that there is.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
class OpenApiTest {

  @LocalServerPort private int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mappings;

  private OpenApi3 description() throws Exception {
    var api = new ApiClient(port, "bologna");
    String text =
        ApiClient.text(api.get("/api", "Accept", "application/vnd.oai.openapi+json;version=3.0"));
    return new OpenApi3Parser().parse(text, URI.create(api.base() + "/api").toURL(), true);
  }

  @Test
  void req_core_api_definition_success() throws Exception {
    OpenApi3 api = description();
    assertThat(api.isValid()).as(api.getValidationItems().toString()).isTrue();
  }

  @Test
  void everyAddressIsDescribed() throws Exception {
    var described = new TreeSet<String>();
    description()
        .getPaths()
        .forEach((path, item) ->
            item.getOperations()
                .keySet()
                .forEach(method ->
                    described.add(shape(method.toUpperCase(java.util.Locale.ROOT), path))));
    var mapped = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(each ->
            each.getPatternValues().stream()
                .filter(path -> path.startsWith("/ogc/{city}"))
                .filter(path -> !path.equals("/ogc/{city}/{*rest}"))
                .forEach(path ->
                    each.getMethodsCondition()
                        .getMethods()
                        .forEach(method ->
                            mapped.add(
                                shape(method.name(), path.substring("/ogc/{city}".length()))))));
    assertThat(described).isEqualTo(mapped).hasSizeGreaterThan(25);
  }

  /// Names of variables do not matter, nor does a slash at the end; each layer is described by
  /// name.
  private static String shape(String method, String path) {
    String whole = path.isEmpty() || path.equals("/") ? "/" : path;
    return method
        + " "
        + whole.replaceAll("\\{[^}]*}", "{}").replaceAll("^/collections/[a-z]+", "/collections/{}");
  }
}
