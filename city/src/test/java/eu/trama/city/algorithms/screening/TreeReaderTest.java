package eu.trama.city.algorithms.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A tree of two questions, and what is found in it when it is broken.
class TreeReaderTest {

  private static final String ALL = "{ca: \"a\", es: \"b\", en: \"c\", it: \"d\"}";

  private static final String TREE =
      """
      id: small
      version: "1"
      law: A law
      checked: "2026-01-01"
      first: one
      dates:
        now: {published: "2026-01-01", source: "Art. 9"}
      questions:
        one:
          text: TEXT
          answers:
            "no": {text: TEXT, next: two}
            "yes": {text: TEXT, facts: [bad], next: end}
        two:
          text: TEXT
          answers:
            fine: {text: TEXT, next: end}
      conclusions:
        forbidden:
          risk: unacceptable
          title: TEXT
          meaning: TEXT
          then: TEXT
          articles: ["Art. 1"]
          when: {any: [bad]}
        allowed:
          risk: minimal
          title: TEXT
          meaning: TEXT
          then: TEXT
          articles: ["Art. 2"]
          when: {}
      duties:
        stop:
          who: both
          text: TEXT
          articles: ["Art. 1"]
          date: now
          when: {any: [bad]}
      """
          .replace("TEXT", ALL);

  private static List<String> found(String from, String to) {
    assertThat(TREE).contains(from);
    var refused =
        catchThrowableOfType(
            BadInput.class, () -> TreeReader.read(TREE.replace(from, to), "t.yaml"));
    return refused == null
        ? List.of()
        : refused.findings().stream().map(Finding::code).distinct().toList();
  }

  @Test
  void aSoundTreeIsRead() {
    var tree = TreeReader.read(TREE, "t.yaml");
    assertThat(Walk.of(tree, List.of("yes")).conclusion().orElseThrow().id())
        .isEqualTo("forbidden");
    assertThat(Walk.of(tree, List.of("no", "fine")).articles()).containsExactly("Art. 2");
  }

  @Test
  void answersThatDoNotFitAreAskedAnew() {
    var tree = TreeReader.read(TREE, "t.yaml");
    var walk = Walk.of(tree, List.of("no", "old-answer", "fine"));
    assertThat(walk.keys()).containsExactly("no");
    assertThat(walk.next().orElseThrow().id()).isEqualTo("two");
    assertThat(walk.conclusion()).isEmpty();
    assertThat(walk.duties()).isEmpty();
  }

  @Test
  void deadEndsLoopsAndWhatNobodyReachesAreFound() {
    assertThat(found("next: two", "next: three")).contains("dead-end");
    assertThat(found("fine: {text: " + ALL + ", next: end}", "")).contains("dead-end");
    assertThat(
            found("fine: {text: " + ALL + ", next: end}", "fine: {text: " + ALL + ", next: one}"))
        .containsExactly("loop");
    assertThat(found("next: two", "next: end")).containsExactly("unreachable");
    assertThat(found("when: {}", "when: {all: [bad]}"))
        .containsExactly("no-conclusion", "unreachable");
    assertThat(found("facts: [bad], ", "facts: [bad, idle], ")).containsExactly("idle-fact");
    assertThat(found("date: now\n    when: {any: [bad]}", "date: now\n    when: {any: [worse]}"))
        .contains("unknown-fact");
  }

  @Test
  void whatIsMissingIsFound() {
    assertThat(found("title: " + ALL, "title: {ca: \"a\", es: \"b\", en: \"c\"}"))
        .containsExactly("missing-language");
    assertThat(found("articles: [\"Art. 2\"]", "articles: []")).containsExactly("no-article");
    assertThat(found("date: now", "date: never")).containsExactly("unknown-date");
    assertThat(found("risk: minimal", "risk: small")).containsExactly("risk-class");
    assertThat(found("who: both", "who: nobody")).containsExactly("choice");
    assertThat(found("checked: \"2026-01-01\"", "checked: \"soon\"")).containsExactly("date");
    assertThat(found("text: " + ALL, "text: $nothing")).containsExactly("unknown-word");
  }

  @Test
  void whatIsNoYamlOrTooMuchOfItIsFound() {
    assertThat(found("id: small", "id: [")).contains("yaml");
    assertThat(found("id: small", "id: small\nid: small")).contains("yaml");
    assertThat(found("id: small", "id: small\ndeep: " + "[".repeat(30) + "]".repeat(30)))
        .contains("yaml");
    assertThat(found("id: small", "id: small\nlong: " + "x".repeat(1_100_000))).contains("yaml");
  }
}
