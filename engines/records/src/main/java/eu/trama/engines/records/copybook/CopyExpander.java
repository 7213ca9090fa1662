package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Replacement.How;
import eu.trama.engines.records.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts the text of library members in the place of COPY statements, with their REPLACING.
final class CopyExpander {
  private final CopybookOptions options;
  private final CopyLibrary library;
  private final Complaints complaints;
  private final List<Token> expanded = new ArrayList<>();
  private int copies;
  private boolean full;

  CopyExpander(CopybookOptions options, CopyLibrary library, Complaints complaints) {
    this.options = options;
    this.library = library;
    this.complaints = complaints;
  }

  List<Token> expand(String source, String content) {
    if (content.length() > options.limits().characters()) {
      complaints.error(
          "text_too_long",
          new Place(source, 0, 0),
          content.length() + " characters",
          "split the copybook; " + options.limits().characters() + " characters are allowed");
      return List.of();
    }
    append(words(source, content), 0);
    return expanded;
  }

  private List<Token> words(String source, String content) {
    SourceText text = SourceReader.read(source, content, options);
    return Lexer.words(text, complaints, options.limits().words());
  }

  private void append(List<Token> words, int depth) {
    int at = 0;
    while (at < words.size() && !full) {
      Token word = words.get(at);
      if (word.is("COPY")) {
        at = copy(words, at, depth);
      } else if (expanded.size() >= options.limits().words()) {
        full = true;
        complaints.error(
            "too_many_words", word.place(), word.text(), "more words than allowed after COPY");
      } else {
        expanded.add(word);
        at++;
      }
    }
  }

  private int copy(List<Token> words, int from, int depth) {
    WordReader reader = new WordReader(words, from + 1);
    Token member = reader.next();
    String folder = "";
    if (reader.take("OF", "IN")) {
      folder = name(reader.next());
    }
    reader.take("SUPPRESS");
    List<Replacement> pairs =
        reader.take("REPLACING") ? replacements(reader) : List.<Replacement>of();
    if (!reader.takePeriod()) {
      complaints.warning(
          "copy_without_period", member.place(), member.text(), "end the COPY with a period");
    }
    boolean tooDeep = depth >= options.limits().copyDepth() || ++copies > options.limits().copies();
    Optional<String> content =
        tooDeep ? Optional.<String>empty() : library.text(name(member), folder);
    if (content.isEmpty()) {
      complaints.error(
          tooDeep ? "copy_too_deep" : "copy_not_found",
          member.place(),
          name(member),
          tooDeep
              ? "a member copies itself, or members nest too deep"
              : "add the member to the library, or paste its text here");
    } else if (content.get().length() > options.limits().characters()) {
      complaints.error("text_too_long", member.place(), name(member), "split the member");
    } else {
      append(replace(words(name(member), content.get()), pairs), depth + 1);
    }
    return reader.position();
  }

  private List<Replacement> replacements(WordReader reader) {
    List<Replacement> pairs = new ArrayList<>();
    while (!reader.peek().is(Kind.END) && !reader.peek().is(Kind.PERIOD)) {
      How how =
          reader.take("LEADING") ? How.LEADING : reader.take("TRAILING") ? How.TRAILING : How.WORDS;
      Token search = reader.next();
      if (!reader.take("BY")) {
        complaints.error(
            "replacing_without_by", search.place(), search.text(), "write ==old== BY ==new==");
        break;
      }
      pairs.add(Replacement.of(how, operand(search), operand(reader.next())));
    }
    return pairs;
  }

  private static List<Token> operand(Token token) {
    return token.is(Kind.PSEUDO_TEXT) ? token.inside() : List.of(token);
  }

  private static List<Token> replace(List<Token> words, List<Replacement> pairs) {
    if (pairs.isEmpty()) {
      return words;
    }
    List<Token> result = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      int taken = 0;
      for (Replacement pair : pairs) {
        taken = pair.matches(words, at);
        if (taken > 0) {
          result.addAll(pair.replaced(words.get(at)));
          break;
        }
      }
      if (taken == 0) {
        result.add(words.get(at));
      }
      at += Math.max(1, taken);
    }
    return result;
  }

  private static String name(Token token) {
    return token.is(Kind.LITERAL)
        ? token.text().substring(token.text().indexOf('"') + 1)
        : token.text();
  }
}
