package eu.trama.city.algorithms.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.EvidenceSource;
import eu.trama.city.algorithms.EvidenceState;
import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.identity.Browsing;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.Browser.Visitor;
import eu.trama.city.web.WithBrowser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The register in a real browser: a system is entered and taken on its way by forms alone, and
/// every page is looked at.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@Import(RegisterBrowserTest.Screened.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@WithBrowser
class RegisterBrowserTest {

  /// Every system is screened: high risk.
  @TestConfiguration
  static class Screened {
    @Bean
    EvidenceSource screenedHigh() {
      return new EvidenceSource() {
        @Override
        public Set<String> kinds() {
          return Set.of("screening");
        }

        @Override
        public Optional<EvidenceState> current(SystemId id, String evidenceKind) {
          return Optional.of(
              new EvidenceState(
                  "scholar", "aa", true, Optional.of(RiskClass.HIGH), "high", Instant.EPOCH, ""));
        }
      };
    }
  }

  @LocalServerPort private int port;

  static List<Look> looks() {
    return Look.all();
  }

  private static Page signIn(Visitor visitor, String name, String path) {
    Page page = visitor.open("/sign-in?back=" + path).page();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entra com a " + name))
        .click();
    return page;
  }

  private static void press(Page page, String name) {
    page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  @Test
  @Order(1)
  void aSystemIsEnteredPublishedAndSigned(Browser browser) {
    try (var buyer = browser.visitor(Look.SCRIPTLESS);
        var auditor = browser.visitor(Look.SCRIPTLESS);
        var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = signIn(buyer, "Marta Vidal", "/algorithms/new");
      press(page, "Desa la fitxa");
      assertThat(page.locator(".error-summary li").allInnerTexts())
          .containsExactly("Escriviu el nom del sistema.");
      fill(page);
      press(page, "Desa la fitxa");
      assertThat(page.locator("h1").innerText()).isEqualTo("Targeta amb descompte");
      String path = java.net.URI.create(page.url()).getPath();
      visitor.open(path);
      assertThat(visitor.page().locator("h1").innerText()).doesNotContain("Targeta");

      press(page, "Publica la fitxa");
      assertThat(page.locator(".error-summary li").allInnerTexts())
          .containsExactly("Per publicar-la hi falta: Riscos i què s’hi fa.");
      page.navigate(path + "/edit?in=ca");
      page.fill("#risks", "Un llindar antic.");
      press(page, "Desa la fitxa");
      press(page, "Publica la fitxa");
      assertThat(visitor.open(path).page().locator("h1").innerText())
          .isEqualTo("Targeta amb descompte");

      press(page, "Passa d’etapa");
      assertThat(page.locator(".error-summary li").innerText()).contains("Classe de risc");
      page.locator("#gates a").first().click();
      press(page, "Signa el control");
      assertThat(page.locator("#gates tr[data-id=risk-class] td").allInnerTexts())
          .contains("Superat");
      page.navigate(path + "/gates/prohibited");
      press(page, "Signa el control");
      assertThat(page.locator(".error-summary li").innerText()).contains("rol");

      Page audit = signIn(auditor, "Stefano Neri", path + "/gates/prohibited");
      press(audit, "Signa el control");
      assertThat(audit.locator("#gates tr[data-id=prohibited] td").allInnerTexts())
          .contains("Superat");
      page.navigate(path);
      page.selectOption("#to", "tender");
      press(page, "Passa d’etapa");
      assertThat(page.locator(".tag").first().innerText()).isEqualTo("Licitació");

      audit.navigate(path + "/oversight");
      press(audit, "Atura’l ara");
      assertThat(audit.locator(".error-summary li").innerText()).isEqualTo("Digueu per què.");
      audit.fill("#reason", "Queixes");
      press(audit, "Atura’l ara");
      assertThat(audit.locator(".notice").innerText()).contains("Aturat: Queixes");
      assertThat(visitor.open(path).page().locator(".tag.bad").innerText()).isEqualTo("Suspès");
      // Roles are public, people are not.
      assertThat(visitor.page().locator("#events").innerText())
          .contains("Control signat: Classe de risc")
          .doesNotContain("Marta");
    }
  }

  private static void fill(Page page) {
    page.selectOption("#origin", "bought");
    page.selectOption("#area", "social");
    page.fill("#name", "Targeta amb descompte");
    page.fill("#summary", "Diu si una llar té dret a la targeta.");
    page.fill("#organisation", "Ajuntament");
    page.fill("#owner", "Cap de mobilitat");
    page.fill("#contact", "algorismes@ciutat.example");
    page.fill("#purpose", "Donar la targeta a qui hi té dret.");
    page.fill("#affected", "Les llars que la demanen.");
    page.fill("#legal-basis", "Ordenança fiscal.");
    page.fill("#data", "Ingressos i persones de la llar.");
    page.fill("#method", "Compara els ingressos amb un llindar.");
    page.fill("#oversight", "Una persona confirma cada denegació.");
    page.fill("#metrics", "accuracy | respostes correctes | at least | 0.99 | casos de 2025");
  }

  @Test
  @Order(2)
  void theCouncilMeetsByForms(Browser browser) {
    try (var member = browser.visitor(Look.SCRIPTLESS);
        var auditor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = signIn(member, "Montse Farré", "/algorithms/council");
      page.fill("#capacity", "Associacions de veïns");
      press(page, "Demana un lloc");
      Page audit = signIn(auditor, "Stefano Neri", "/algorithms/council");
      audit.locator("button[value=admit]").click();
      audit.fill("#held", "2026-11-24");
      audit.fill("#place", "Sala de plens");
      press(audit, "Obre la sessió");
      String session = java.net.URI.create(audit.url()).getPath();
      audit.selectOption("#system", "targeta-amb-descompte");
      audit.fill("#question", "Pot funcionar?");
      press(audit, "Afegeix");
      page.navigate(session);
      page.locator("button[value=for]").click();
      audit.fill("#minutes", "S’ha debatut i votat.");
      press(audit, "Tanca-la amb aquesta acta");
      assertThat(audit.locator("#results tbody").innerText()).contains("Aprovat. A favor 1");
    }
  }

  @Test
  @Order(3)
  void anotherRegistersEntriesComeIn(Browser browser) {
    try (var buyer = browser.visitor(Look.DESKTOP)) {
      Page page = signIn(buyer, "Marta Vidal", "/algorithms/import");
      buyer.checked().photographed("algorithms-import");
      page.selectOption("#standard", "dutch");
      page.fill("#text", "{");
      press(page, "Importa");
      assertThat(page.locator(".error-summary li").innerText()).contains("json-syntax");
      page.fill("#text", "[{\"name\": \"Scan\", \"lang\": \"NLD\", \"colour\": \"red\"}]");
      press(page, "Importa");
      assertThat(page.locator("#findings").innerText()).contains("colour", "field-unknown");
      buyer.forgiving().checked().photographed("algorithms-imported");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  @Order(4)
  void everyPageIsAccessibleAndFitsItsWindow(Look look, Browser browser) {
    String card = "/algorithms/targeta-amb-descompte";
    try (var visitor = browser.visitor(look);
        var auditor = browser.visitor(look);
        var buyer = browser.visitor(look)) {
      visitor.open("/algorithms").checked().photographed("algorithms");
      visitor.open("/algorithms?city=bologna&q=transport").checked();
      visitor.open("/algorithms?q=zzz").checked().photographed("algorithms-none");
      visitor.open("/algorithms/reach").checked().photographed("algorithms-reach");
      visitor.open("/algorithms/reach?lang=it").checked();
      visitor.open("/algorithms/protocol").checked().photographed("algorithms-protocol");
      visitor.open("/algorithms/council").checked().photographed("algorithms-council");
      visitor.page().locator("main ul a").first().click();
      visitor.checked().photographed("algorithms-session");
      signIn(auditor, "Stefano Neri", card + "/oversight");
      auditor.checked().photographed("algorithms-oversight");
      auditor.open("/algorithms/council").checked().photographed("algorithms-council-auditor");
      auditor.open(card + "/gates/accuracy").checked().photographed("algorithms-gate");
      signIn(buyer, "Marta Vidal", card);
      buyer.checked().photographed("algorithms-entry-keeper");
      buyer.open(card + "/edit?in=en").checked().photographed("algorithms-edit");
    }
  }

  @Test
  @Order(5)
  void programsReadTheRegister() throws Exception {
    var reader = new Browsing("http://127.0.0.1:" + port);
    assertThat(reader.get("/algorithms.json").body())
        .contains("\"reach\"", "targeta-amb-descompte", "\"gate\"")
        .doesNotContain("\"person\"");
    assertThat(reader.get("/algorithms.csv").body().lines().count()).isGreaterThanOrEqualTo(3);
    String atom = reader.get("/algorithms.atom").body();
    var feed =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new org.xml.sax.InputSource(new java.io.StringReader(atom)));
    assertThat(feed.getElementsByTagNameNS("http://www.w3.org/2005/Atom", "entry").getLength())
        .isGreaterThan(4);
    assertThat(reader.get("/algorithms/standards/dutch.json?id=reach&lang=ca").body())
        .contains("\"lang\" : \"CAT\"", "Qui arriba on en transport públic");
    assertThat(reader.get("/algorithms/standards/atrs.json").body()).contains("3.0");
    assertThat(reader.get("/algorithms/standards/other.json").statusCode()).isEqualTo(404);
    assertThat(reader.get("/algorithms/Nothing").statusCode()).isEqualTo(404);
  }
}
