package eu.trama.city.twin.pages;

import com.microsoft.playwright.Page;
import eu.trama.city.web.Browser.Visitor;
import org.assertj.core.api.SoftAssertions;

/// A walk through pages in one look: each is checked and photographed, and what is wrong is told of
/// all of them at the end.
record Tour(SoftAssertions softly, Visitor visitor) {

  Page page() {
    return visitor.page();
  }

  Planner planner() {
    return new Planner(visitor.page());
  }

  void look(String name, String path) {
    visitor.open(path);
    look(name);
  }

  void look(String name) {
    planner().awaitMaps();
    softly.assertThatCode(visitor::checked).as(name).doesNotThrowAnyException();
    // Taking the picture resizes the window, of which a map complains.
    visitor.photographed(name).forgiving();
  }

  /// A page that answers a wrong question: the browser's own complaint about its status is
  /// expected.
  void wrong(String name, String path) {
    visitor.open(path);
    wrong(name);
  }

  void wrong(String name) {
    visitor.page().waitForCondition(() -> !visitor.complaints().isEmpty());
    softly
        .assertThat(visitor.complaints())
        .as(name)
        .allMatch(each -> each.contains("status of 400"));
    visitor.forgiving();
    look(name);
  }
}
