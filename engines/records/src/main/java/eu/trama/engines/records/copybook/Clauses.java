package eu.trama.engines.records.copybook;

import eu.trama.engines.records.copybook.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the clauses of one data description.
final class Clauses {
  private static final int MOST_OCCURRENCES = 100_000_000;

  private final WordReader words;
  private final Complaints complaints;
  private final Dialect dialect;

  Clauses(WordReader words, Complaints complaints, Dialect dialect) {
    this.words = words;
    this.complaints = complaints;
    this.dialect = dialect;
  }

  /// Reads one clause into the entry; false where the next word begins none.
  boolean read(Entry entry) {
    Token word = words.peek();
    if (words.take("PIC", "PICTURE")) {
      words.take("IS");
      picture(entry);
    } else if (words.take("REDEFINES")) {
      entry.redefines = upper(words.next());
    } else if (words.take("OCCURS")) {
      occurs(entry);
    } else if (words.take("USAGE")) {
      words.take("IS");
      if (!usage(entry)) {
        complaints.error(
            "unknown_usage",
            words.peek().place(),
            words.next().text(),
            "write a usage that holds data");
      }
    } else if (words.take("SIGN")) {
      words.take("IS");
      sign(entry);
    } else if (word.isAny("LEADING", "TRAILING")) {
      sign(entry);
    } else if (words.take("SYNC", "SYNCHRONIZED", "SYNCHRONISED")) {
      words.take("LEFT", "RIGHT");
      entry.aligned = true;
    } else if (words.take("JUST", "JUSTIFIED")) {
      words.take("RIGHT");
      entry.justified = true;
    } else if (words.take("BLANK")) {
      words.take("WHEN");
      words.take("ZERO", "ZEROS", "ZEROES");
      entry.blankWhenZero = true;
    } else if (words.take("VALUE", "VALUES")) {
      words.take("IS", "ARE");
      List<Condition.Range> ranges = ranges();
      entry.value = ranges.isEmpty() ? null : ranges.getFirst().from();
    } else if (words.take("GROUP-USAGE")) {
      words.take("IS");
      usage(entry);
    } else if (words.take("EXTERNAL")) {
      if (words.take("AS")) {
        words.next();
      }
    } else if (words.take("DATE")) {
      words.take("FORMAT");
      words.take("IS");
      words.next();
    } else if (!words.take("GLOBAL", "VOLATILE", "IS")) {
      return usage(entry);
    }
    return true;
  }

  private void picture(Entry entry) {
    Token token = words.next();
    try {
      entry.picture = PictureParser.parse(token.is(Kind.WORD) ? token.text() : "", dialect);
    } catch (IllegalArgumentException e) {
      complaints.error("bad_picture", token.place(), token.text(), String.valueOf(e.getMessage()));
    }
  }

  private boolean usage(Entry entry) {
    Usage usage = usageOf(words.peek());
    if (usage == null) {
      return false;
    }
    Token word = words.next();
    if (word.is("POINTER")) {
      words.take("32");
    }
    entry.usage = usage;
    return true;
  }

  private static @Nullable Usage usageOf(Token word) {
    if (!word.is(Kind.WORD)) {
      return null;
    }
    return switch (upper(word).replace("COMPUTATIONAL", "COMP")) {
      case "DISPLAY" -> Usage.DISPLAY;
      case "COMP", "COMP-4", "BINARY" -> Usage.BINARY;
      case "COMP-5" -> Usage.NATIVE_BINARY;
      case "COMP-3", "PACKED-DECIMAL" -> Usage.PACKED;
      case "COMP-6" -> Usage.UNSIGNED_PACKED;
      case "COMP-1", "FLOAT-SHORT" -> Usage.FLOAT;
      case "COMP-2", "FLOAT-LONG" -> Usage.DOUBLE;
      case "INDEX" -> Usage.INDEX;
      case "POINTER", "PROCEDURE-POINTER", "FUNCTION-POINTER" -> Usage.POINTER;
      case "NATIONAL" -> Usage.NATIONAL;
      case "DISPLAY-1" -> Usage.DBCS;
      default -> null;
    };
  }

  private void sign(Entry entry) {
    boolean leading = words.peek().is("LEADING");
    if (!words.take("LEADING", "TRAILING")) {
      complaints.error(
          "bad_sign", words.peek().place(), words.peek().text(), "write LEADING or TRAILING");
      return;
    }
    boolean separate = words.take("SEPARATE");
    words.take("CHARACTER");
    entry.sign = new Sign(leading, separate);
  }

  private void occurs(Entry entry) {
    Token first = words.next();
    int least = count(first);
    int most = least;
    if (words.take("TO")) {
      most = count(words.next());
    }
    words.take("TIMES");
    Optional<List<String>> dependingOn = Optional.empty();
    List<String> indexes = new ArrayList<>();
    while (true) {
      if (words.take("DEPENDING")) {
        words.take("ON");
        dependingOn = Optional.of(qualifiedName(words));
      } else if (words.take("ASCENDING", "DESCENDING")) {
        words.take("KEY");
        words.take("IS");
        names();
      } else if (words.take("INDEXED")) {
        words.take("BY");
        indexes.addAll(names());
      } else {
        break;
      }
    }
    if (dependingOn.isPresent() && least == most) {
      // OCCURS 12 DEPENDING ON: compilers take it as 1 TO 12.
      least = Math.min(1, most);
    }
    if (most < 1 || least < 0 || least > most) {
      complaints.error(
          "bad_occurs",
          first.place(),
          first.text(),
          "write OCCURS n, or OCCURS n TO m DEPENDING ON a field, m at most " + MOST_OCCURRENCES);
    } else if (dependingOn.isEmpty() && least != most) {
      complaints.error(
          "occurs_without_depending", first.place(), first.text(), "add DEPENDING ON a field");
    } else {
      entry.occurs = new Occurs(least, most, dependingOn, List.copyOf(indexes));
    }
  }

  private static int count(Token token) {
    String text = token.text();
    boolean number =
        token.is(Kind.WORD)
            && !text.isEmpty()
            && text.length() <= 9
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int count = number ? Integer.parseInt(text) : -1;
    return count > MOST_OCCURRENCES ? -1 : count;
  }

  /// A name and the groups after OF or IN.
  static List<String> qualifiedName(WordReader words) {
    List<String> name = new ArrayList<>();
    name.add(upper(words.next()));
    while (words.take("OF", "IN")) {
      name.add(upper(words.next()));
    }
    return List.copyOf(name);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    while (words.peek().is(Kind.WORD) && !beginsClause(words.peek())) {
      names.add(upper(words.next()));
    }
    return names;
  }

  /// Whether the word begins a clause, and so is no name.
  static boolean beginsClause(Token word) {
    return usageOf(word) != null
        || word.isAny(
            "PIC",
            "PICTURE",
            "REDEFINES",
            "OCCURS",
            "USAGE",
            "SIGN",
            "SYNC",
            "SYNCHRONIZED",
            "JUST",
            "JUSTIFIED",
            "BLANK",
            "VALUE",
            "VALUES",
            "DEPENDING",
            "ASCENDING",
            "DESCENDING",
            "INDEXED",
            "LEADING",
            "TRAILING",
            "IS",
            "GLOBAL");
  }

  /// Values of a VALUE clause, up to the next clause or the period.
  List<Condition.Range> ranges() {
    List<Condition.Range> ranges = new ArrayList<>();
    while (!words.peek().is(Kind.PERIOD)
        && !words.peek().is(Kind.END)
        && !words.peek().is("WHEN")
        && !beginsClause(words.peek())) {
      words.take("ALL");
      String from = words.next().text();
      String to = words.take("THRU", "THROUGH") ? words.next().text() : from;
      ranges.add(new Condition.Range(from, to));
    }
    return ranges;
  }

  static String upper(Token token) {
    return token.text().toUpperCase(Locale.ROOT);
  }
}
