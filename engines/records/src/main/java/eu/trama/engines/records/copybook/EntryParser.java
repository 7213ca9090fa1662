package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads data descriptions one after the other; whatever else stands in the text (division headers,
/// SQL, EJECT) is passed over. After an error it goes on at the next sentence.
final class EntryParser {
  private static final int LAST_LEVEL = 49;

  /// RENAMES, as read: another name for the bytes from one item to another.
  record Renaming(String name, Place place, List<String> from, List<String> to) {}

  private final WordReader words;
  private final Complaints complaints;
  private final CopybookOptions options;
  private Dialect dialect;
  final List<Entry> entries = new ArrayList<>();

  /// Index of the entry (level 01 or 77) that was open when each RENAMES was read, and the RENAMES.
  final List<Renaming> renamings = new ArrayList<>();

  final List<Integer> renamingAfter = new ArrayList<>();

  EntryParser(List<Token> words, Complaints complaints, CopybookOptions options) {
    this.words = new WordReader(words, 0);
    this.complaints = complaints;
    this.options = options;
    this.dialect = options.dialect();
  }

  void parse() {
    while (!words.peek().is(Kind.END)) {
      Token word = words.peek();
      int level = level(word);
      if (level > 0) {
        if (entries.size() >= options.limits().items()) {
          complaints.error("too_many_items", word.place(), word.text(), "split the copybook");
          return;
        }
        words.next();
        entry(level, word.place());
      } else {
        other(word);
      }
    }
  }

  /// Level number of a word, 0 where it is none.
  private static int level(Token word) {
    String text = word.text();
    if (!word.is(Kind.WORD) || text.isEmpty() || text.length() > 2) {
      return 0;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return 0;
      }
    }
    return Integer.parseInt(text);
  }

  private void other(Token word) {
    if (words.takePeriod() || words.take("SKIP1", "SKIP2", "SKIP3", "EJECT")) {
      return;
    }
    if (words.take("EXEC")) {
      while (!words.peek().is(Kind.END) && !words.next().is("END-EXEC")) {
        // Host language statements hold no data descriptions.
      }
      words.takePeriod();
      return;
    }
    boolean known = word.isAny("FD", "SD", "REPLACE", "TITLE");
    while (!words.peek().is(Kind.END) && !words.peek().is(Kind.PERIOD)) {
      Token next = words.next();
      known |= next.isAny("DIVISION", "SECTION", "SPECIAL-NAMES");
      known |= next.isAny("DECIMAL-POINT", "CURRENCY");
      if (next.is("DECIMAL-POINT") && words.peek(words.peek().is("IS") ? 1 : 0).is("COMMA")) {
        dialect = dialect.withDecimalComma();
      } else if (next.is("CURRENCY")) {
        words.take("SIGN");
        words.take("IS");
        String sign = words.peek().text().replace("\"", "");
        dialect = sign.length() == 1 ? dialect.withCurrency(sign.charAt(0)) : dialect;
      }
    }
    words.takePeriod();
    if (!known) {
      complaints.error(
          "no_level", word.place(), word.text(), "begin a data description with its level number");
    }
  }

  private void entry(int level, Place place) {
    switch (level) {
      case 66 -> renames(place);
      case 88 -> condition(place);
      default -> {
        if (level > LAST_LEVEL && level != 77) {
          complaints.error(
              "bad_level", place, String.valueOf(level), "levels are 01 to 49, 66, 77 and 88");
          words.skipSentence();
        } else {
          description(level, place);
        }
      }
    }
  }

  private void description(int level, Place place) {
    Clauses clauses = new Clauses(words, complaints, dialect);
    String name = Item.FILLER;
    Token word = words.peek();
    if (word.is(Kind.WORD) && !words.take(Item.FILLER) && !Clauses.beginsClause(word)) {
      name = Clauses.upper(words.next());
    }
    Entry entry = new Entry(level, name, place);
    finish(clauses, entry);
    entries.add(entry);
  }

  private void finish(Clauses clauses, @Nullable Entry entry) {
    while (!words.takePeriod()) {
      Token word = words.peek();
      if (word.is(Kind.END) || level(word) > 0) {
        complaints.warning(
            "missing_period",
            word.place(),
            word.text(),
            "end the description before with a period");
        return;
      }
      if (entry == null || !clauses.read(entry)) {
        complaints.error(
            "unknown_clause", word.place(), word.text(), "remove it, or mend its spelling");
        words.skipSentence();
        return;
      }
    }
  }

  private void condition(Place place) {
    String name = Clauses.upper(words.next());
    Clauses clauses = new Clauses(words, complaints, dialect);
    words.take("VALUE", "VALUES");
    words.take("IS", "ARE");
    Condition condition = new Condition(name, List.copyOf(clauses.ranges()));
    if (entries.isEmpty() || condition.ranges().isEmpty()) {
      complaints.error("bad_condition", place, name, "write 88 name VALUE literal after a field");
    } else {
      entries.getLast().conditions.add(condition);
    }
    if (words.peek().is("WHEN")) {
      words.skipSentence();
    } else {
      finish(clauses, null);
    }
  }

  private void renames(Place place) {
    String name = Clauses.upper(words.next());
    if (!words.take("RENAMES") || entries.isEmpty()) {
      complaints.error("bad_renames", place, name, "write 66 name RENAMES field THRU field");
      words.skipSentence();
      return;
    }
    List<String> from = Clauses.qualifiedName(words);
    List<String> to = words.take("THRU", "THROUGH") ? Clauses.qualifiedName(words) : from;
    renamings.add(new Renaming(name, place, from, to));
    renamingAfter.add(entries.size());
    finish(new Clauses(words, complaints, dialect), null);
  }

  Dialect dialect() {
    return dialect;
  }
}
