package eu.trama.city.algorithms.studies;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import eu.trama.city.CityServer;
import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.store.TestStore;
import eu.trama.city.web.Browser;
import eu.trama.city.web.Browser.Look;
import eu.trama.city.web.WithBrowser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/// Screening and studying in a real browser.
@SpringBootTest(
    classes = CityServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestStore.class)
@WithBrowser
class StudiesBrowserTest {

  @Autowired private Register register;

  static java.util.List<Look> looks() {
    return Look.all();
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  private static void choose(Page page, String name, String value) {
    page.locator("input[name='" + name + "'][value='" + value + "']").check();
  }

  private static void answer(Page page, String value) {
    choose(page, "answer", value);
    button(page, "Continua");
  }

  private static String path(Page page) {
    return URI.create(page.url()).getPath();
  }

  private SystemId system(String id) {
    var system = new SystemId(id);
    if (register.find(system).isEmpty()) {
      TestSystem.enter(register, id);
    }
    return system;
  }

  @ParameterizedTest
  @MethodSource("looks")
  void anybodyIsLedToAConclusion(Look look, Browser browser) {
    try (var visitor = browser.visitor(look)) {
      Page page = visitor.open("/algorithms/screening").checked().photographed("screening").page();
      button(page, "Continua");
      assertThat(page.locator("#errors").innerText()).contains("Trieu una resposta");
      visitor.checked().photographed("screening-error");
      answer(page, "yes");
      for (int i = 0; i < 14; i++) {
        answer(page, "no");
      }
      assertThat(page.locator("legend").innerText()).contains("serveis dels quals la gent depèn");
      visitor.checked().photographed("screening-question");
      answer(page, "benefits");
      // Back, and what was answered is still there.
      page.getByText("Torna a la pregunta anterior").click();
      assertThat(page.locator("input[name=answer][value=benefits]").isChecked()).isTrue();
      button(page, "Continua");
      answer(page, "yes");
      answer(page, "others");
      answer(page, "yes");
      for (int i = 0; i < 4; i++) {
        answer(page, "no");
      }
      assertThat(page.locator(".notice h2").first().innerText()).isEqualTo("Alt risc");
      assertThat(page.locator("main").innerText())
          .contains("Annex III, point 5(a)", "Art. 27", "Art. 49(3)");
      assertThat(page.locator("#system").count()).isZero();
      visitor.checked().photographed("screening-end");
    }
  }

  @Test
  void theScreeningWorksWithoutScriptsAndByKeyboard(Browser browser) {
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/algorithms/screening").page();
      page.locator("input[name=answer][value=no]").focus();
      page.keyboard().press("Space");
      page.keyboard().press("Enter");
      page.waitForURL("**answer=no**");
      assertThat(page.locator(".notice h2").first().innerText()).isEqualTo("No és un sistema d’IA");
    }
  }

  @Test
  void staffAttachesTheEndToASystem(Browser browser) {
    system("attached");
    try (var visitor = browser.visitor(Look.DESKTOP)) {
      Page page = visitor.open("/sign-in?back=/algorithms/screening").page();
      button(page, "Entra com a Stefano Neri");
      answer(page, "no");
      page.fill("#system", "nothing-of-that-name");
      button(page, "Afegeix");
      assertThat(page.locator("#errors").innerText()).contains("No hi ha cap sistema");
      // The console tells of the 400 while the page comes; it is there when the page is.
      visitor.forgiving();
      page.fill("#system", "attached");
      button(page, "Afegeix");
      assertThat(path(page)).isEqualTo("/algorithms/attached/screening");
      visitor.checked().photographed("screened");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aStudyIsFilledInLeftResumedAndSubmitted(Look look, Browser browser) {
    var system = system("studied-" + look.name());
    try (var visitor = browser.visitor(look);
        var anybody = browser.visitor(look)) {
      Page page = visitor.open("/sign-in?back=/algorithms/" + system + "/studies").page();
      button(page, "Entra com a Stefano Neri");
      visitor.checked().photographed("studies");
      page.locator("form:has(input[value=impact]) button").click();
      visitor.checked().photographed("study-form");
      page.fill("#purpose", "Per a provar-ho.");
      button(page, "Desa i continua");
      assertThat(page.locator("#errors").innerText()).contains("En quina fase és?");
      assertThat(page.inputValue("#purpose")).isEqualTo("Per a provar-ho.");
      visitor.checked().photographed("study-form-error");
      button(page, "Desa i surt");
      String study = path(page);
      visitor.checked().photographed("study-draft");

      // Another day: what was answered is still there.
      page.getByText("Continua l’estudi").click();
      assertThat(page.inputValue("#purpose")).isEqualTo("Per a provar-ho.");
      choose(page, "phase", "item1");
      button(page, "Desa i continua");
      choose(page, "decides", "item3-3");
      page.fill("#decidesWhy", "Recomana.");
      choose(page, "stakes", "item1-3");
      choose(page, "stakes", "item4-1");
      choose(page, "vulnerable", "item1-3");
      choose(page, "undo", "item2-2");
      button(page, "Desa i continua");
      choose(page, "personal", "item1-3");
      choose(page, "old", "item2-0");
      page.fill("#dataWhy", "Del padró.");
      button(page, "Desa i continua");
      // The answer opened one more question on the same page.
      assertThat(page.locator("#errors").innerText()).contains("obre una altra pregunta");
      choose(page, "sensitive", "item2-0");
      button(page, "Desa i continua");
      for (String question : java.util.List.of("secret", "learns", "hard")) {
        choose(page, question, "item2-0");
      }
      button(page, "Desa i continua");
      for (String question :
          java.util.List.of("People", "Tests", "Groups", "Reasons", "Objection", "Log")) {
        page.locator("input[name=design" + question + "]").first().check();
      }
      page.fill("#designWhy", "Tot fet.");
      visitor.checked().photographed("study-form-long");
      button(page, "Desa i continua");
      assertThat(path(page)).isEqualTo(study);
      button(page, "Presenta l’estudi");
      // 3 + 3 + 1 + 3 + 2 + 3 = 15, less 15 % is 12.75, rounded 13.
      assertThat(page.locator("main").innerText())
          .contains("Risc: 15 punts de 40", "queden 13 punts", "Nivell d’impacte II");
      assertThat(page.locator("form[action*=submit]").count()).isZero();
      visitor.checked().photographed("study");

      anybody.open(study);
      assertThat(anybody.page().locator("main").innerText()).doesNotContain("Risc: 15");
      anybody.forgiving();
      TestSystem.publish(register, system);
      anybody.open(study).checked().photographed("study-public");
      assertThat(anybody.page().locator("main").innerText())
          .contains("Risc: 15 punts de 40")
          .doesNotContain("Stefano");
      anybody.open("/algorithms/" + system + "/studies").checked();
    }
  }

  @Test
  void anAnswerFileIsTakenAndAWrongOneRefused(Browser browser) {
    var system = system("filed");
    try (var visitor = browser.visitor(Look.SCRIPTLESS)) {
      Page page = visitor.open("/sign-in?back=/algorithms/" + system + "/studies").page();
      button(page, "Entra com a Stefano Neri");
      page.locator("form:has(input[value=impact]) button").click();
      button(page, "Desa i surt");
      take(page, "{\"currentPage\": 1, \"data\": {\"decides\": \"item9-9\"}}");
      assertThat(page.locator("#errors").innerText()).contains("decides", "item9-9");
      take(page, "{\"currentPage\": 1, \"data\": {\"decides\": \"item4-4\"}}");
      assertThat(page.locator("main").innerText()).contains("Risc: 4 punts de 40");
      take(
          page,
          """
          {"version": "v0", "data": {"decides": "item4-4", "other": "x"},
           "translationsOnResult": {"decidesWhy": "x"}}
          """);
      assertThat(page.locator(".notice").first().innerText())
          .contains("no pregunta «other»", "la versió 0 de les preguntes", "una traducció");
      visitor.photographed("study-taken");
    }
  }

  private static void take(Page page, String file) {
    page.setInputFiles(
        "#file",
        new FilePayload("answers.json", "application/json", file.getBytes(StandardCharsets.UTF_8)));
    button(page, "Pren el fitxer");
  }
}
