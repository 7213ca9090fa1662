package eu.trama.city.twin.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/// What a planner does on the pages of the twin, in Catalan.
record Planner(Page page) {

  static final int LONGEST_RUN_MILLIS = 120_000;

  /// From the sea to the mountain by stops that no line joins: Barceloneta, Jaume I, Verdaguer,
  /// Alfons X, Horta.
  static final List<String> STOPS =
      List.of(
          "metro-barceloneta",
          "metro-jaume-i",
          "metro-verdaguer-l4",
          "metro-alfons-x",
          "metro-horta");

  void begin(String name) {
    page.getByRole(AriaRole.NAVIGATION)
        .getByRole(
            AriaRole.LINK,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Escenaris"))
        .first()
        .click();
    page.fill("#name", name);
    press("Comença un escenari");
  }

  void nameLine() {
    follow("Afegeix una línia");
    page.fill("#name", "Línia del mar");
    next();
    page.getByLabel("Metro").check();
    next();
  }

  void pickStops() {
    for (String stop : STOPS) {
      page.selectOption("#stop-add", stop);
      page.locator("button[value=add]:not(.unseen)").click();
    }
  }

  /// @param minutes first a wrong answer, which is refused, then this one
  void finishLine(String minutes) {
    next();
    next();
    page.fill("#minutes", "0");
    next();
    page.locator(".error-summary").waitFor();
    page.fill("#minutes", minutes);
    next();
    press("Afegeix la línia");
  }

  void compute() {
    follow("Calcula què passa");
    ask();
  }

  /// Fills in the form of a run and sends it.
  void ask() {
    TwinRuns.SMALL.forEach((name, value) -> page.fill("#" + name, value));
    press("Calcula");
  }

  void next() {
    press("Continua");
  }

  void press(String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).click();
  }

  void follow(String link) {
    page.getByRole(AriaRole.LINK, named(link)).click();
  }

  void awaitMaps() {
    page.waitForFunction("() => !document.querySelector('[data-map]:not([data-ready])')");
  }

  void await(String selector) {
    page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setTimeout(LONGEST_RUN_MILLIS));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
