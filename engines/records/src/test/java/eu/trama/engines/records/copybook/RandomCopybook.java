package eu.trama.engines.records.copybook;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes random copybooks: groups, tables in tables, counts before their tables, redefinitions,
/// every usage. The same seed gives the same text.
public final class RandomCopybook {
  /// Clauses that hold data, for every compiler of the field.
  private static final List<String> COMMON =
      List.of(
          "PIC X(%n)",
          "PIC A(%n)",
          "PIC 9(%d)",
          "PIC S9(%d)",
          "PIC S9(%d)V9(2)",
          "PIC 9(2)V9(%d)",
          "PIC S9(%d) SIGN LEADING",
          "PIC S9(%d) SIGN LEADING SEPARATE",
          "PIC S9(%d) SIGN TRAILING SEPARATE",
          "PIC S9(%d) COMP-3",
          "PIC 9(%d) COMP-3",
          "PIC S9(%d)V9(2) COMP-3",
          "PIC S9(%d)9 COMP",
          "PIC 9(%d)9 COMP",
          "PIC S9(%d)V9 COMP",
          "PIC S9(%d)9 COMP-5",
          "PIC 9(%d)9 COMP-5",
          "PIC 9(%d)P(2)",
          "PIC VP(2)9(%d)",
          "PIC Z(%d)9.99",
          "PIC -(%d)9.9",
          "PIC ZZ,ZZ9.99CR",
          "PIC $(%d)9.99",
          "PIC 9(%d)/99",
          "PIC +9(%d)",
          "PIC **,**9.99-",
          "COMP-1",
          "COMP-2");

  private static final List<String> MAINFRAME =
      List.of(
          "PIC 9(%d) COMP-6",
          "PIC N(%n)",
          "PIC G(%n) DISPLAY-1",
          "INDEX",
          "POINTER",
          "PIC S9(25) COMP-3",
          "PIC S9(3%d) COMP-3",
          "PIC 9(2%d)",
          "PIC S9(%d) COMP SYNC",
          "PIC X(%n) JUSTIFIED",
          "PIC +9.9(3)E+99");

  private final Random random;
  private final boolean common;
  private final boolean variable;
  private final StringBuilder text = new StringBuilder();
  private final List<String> counts = new ArrayList<>();
  private int names;

  private RandomCopybook(long seed, boolean common, boolean variable) {
    this.random = new Random(seed);
    this.common = common;
    this.variable = variable;
  }

  /// A copybook in free format.
  ///
  /// @param common whether to keep to what GnuCOBOL also has
  /// @param variable whether tables may depend on counts
  public static String text(long seed, boolean common, boolean variable) {
    RandomCopybook copybook = new RandomCopybook(seed, common, variable);
    copybook.line(1, "REC", "");
    int items = 3 + copybook.random.nextInt(8);
    for (int i = 0; i < items; i++) {
      copybook.item(2, 0, true);
    }
    return copybook.text.toString();
  }

  private void item(int level, int depth, boolean mayVary) {
    switch (random.nextInt(depth < 3 ? 10 : 6)) {
      case 6 -> group(level, depth, "", mayVary);
      case 7 -> group(level, depth, " OCCURS " + (1 + random.nextInt(4)), false);
      case 8 -> redefined(level, depth);
      case 9 -> {
        if (variable && mayVary && random.nextBoolean()) {
          String count = name();
          counts.add(count);
          line(level, count, " PIC 9(2) COMP");
          group(level, depth, " OCCURS 0 TO 4 DEPENDING ON " + count, true);
        } else {
          line(level, name(), elementary() + " OCCURS " + (1 + random.nextInt(4)));
        }
      }
      default -> line(level, random.nextInt(12) == 0 ? "FILLER" : name(), elementary());
    }
  }

  private void group(int level, int depth, String clauses, boolean mayVary) {
    line(level, name(), clauses);
    int items = 1 + random.nextInt(4);
    for (int i = 0; i < items; i++) {
      // Tables of variable length inside others depend on counts before the outermost one.
      item(level + 1, depth + 1, mayVary && clauses.isEmpty());
    }
  }

  private void redefined(int level, int depth) {
    String base = name();
    line(level, base, " PIC X(" + (8 + random.nextInt(12)) + ")");
    line(level, name(), " REDEFINES " + base);
    line(level + 1, name(), " PIC 9(" + (1 + random.nextInt(4)) + ")");
    line(level + 1, name(), " PIC X(" + (1 + random.nextInt(4)) + ")");
  }

  private String elementary() {
    int kinds = COMMON.size() + (common ? 0 : MAINFRAME.size());
    int kind = random.nextInt(kinds);
    String clauses = kind < COMMON.size() ? COMMON.get(kind) : MAINFRAME.get(kind - COMMON.size());
    return " "
        + clauses
            .replace("%n", String.valueOf(1 + random.nextInt(20)))
            .replace("%d", String.valueOf(2 + random.nextInt(7)));
  }

  private String name() {
    return "F" + ++names;
  }

  private void line(int level, String name, String clauses) {
    text.append("  ".repeat(level)).append(level < 10 ? "0" : "").append(level).append(' ');
    text.append(name).append(clauses).append(".\n");
  }
}
