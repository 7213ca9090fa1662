package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.store.TestStore;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// An auditor brings a questionnaire in a real browser, mends it, and a study is made with it.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@WithBrowser
class QuestionnairesBrowserTest {

  @Autowired private Register register;
  @Autowired private CityQuestionnaires own;

  static java.util.List<Look> looks() {
    return Look.all();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private static void bring(Page page, String name, String stands, String definition) {
    page.fill("#name", name);
    page.selectOption("#stands", stands);
    page.setInputFiles(
        "#file",
        new FilePayload(
            "survey.json", "application/json", definition.getBytes(StandardCharsets.UTF_8)));
    button(page, "Porta’l");
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aDefinitionIsBroughtMendedAndStudiedWith(Look look, Browser browser) {
    String name = "desk-" + look.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    // Each look brings a definition of its own.
    String definition =
        CanadaFormatTest.definition()
            .replace("{\n  \"pages\"", "{\n  \"title\": \"Desk " + name + "\", \"pages\"");
    TestSystem.enter(register, name);
    try (var visitor = browser.visitor(look)) {
      Page page = visitor.open("/algorithms/questionnaires").checked().page();
      assertThat(page.locator("form[enctype]").count()).isZero();
      visitor.open("/sign-in?back=/algorithms/questionnaires");
      button(page, "Entra com a Stefano Neri");
      visitor.checked().photographed("questionnaires");
      bring(page, name, "none", definition.replace("\"deskPhase\"", "\"go\""));
      assertThat(page.locator("#errors").innerText()).contains("La taula diu què cal esmenar");
      assertThat(page.locator("#findings").innerText())
          .contains("pages[1].elements[0].elements[2]");
      assertThat(page.inputValue("#name")).isEqualTo(name);
      visitor.forgiving();
      visitor.checked().photographed("questionnaires-refused");
      bring(page, name, "none", definition);
      assertThat(page.locator("main").innerText()).contains("S’ha desat " + name + ", número 1.");
      visitor.checked().photographed("questionnaires-brought");

      visitor.open("/algorithms/" + name + "/studies");
      page.locator("form:has(input[value='" + name + "']) button").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Desk " + name);
      visitor.checked().photographed("questionnaire-hello");
      button(page, "Desa i continua");
      // In the order of their texts, as the definition asks for.
      assertThat(page.locator("#deskBranch-NS option").allInnerTexts())
          .containsExactly("", "Harbour", "Market square", "Old town");
      visitor.checked().photographed("questionnaire-form");
    }
  }

  @Test
  void whatAnotherBroughtIsPutIntoForce(Browser browser) {
    TestSystem.as(CityQuestionnairesTest.SECOND);
    own.bring(
        "waiting",
        StandsFor.STUDY,
        CityQuestionnairesTest.definition("Waiting", 21),
        new Findings());
    TestSystem.nobody();
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/sign-in?back=/algorithms/questionnaires").page();
      button(page, "Entra com a Stefano Neri");
      visitor.photographed("questionnaires-waiting");
      assertThat(page.locator("tr[data-id='waiting-1']").innerText()).contains("pendent");
      button(page, "Posa’l en vigor");
      assertThat(page.locator("tr[data-id='waiting-1']").innerText()).contains("en vigor");
      assertThat(page.locator("form[action$='/adopt']").count()).isZero();
    }
  }
}
