package eu.trama.city.twin;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/// Shows how far reading is: a bar that grows on a terminal, plain lines where the output goes to a
/// file.
final class ProgressBar implements Imports.Progress, AutoCloseable {

  private static final int WIDTH = 30;
  private static final int PLAIN_STEP = 10;

  private final PrintStream out;
  private final boolean terminal;
  private String file = "";
  private long bytes;
  private long read;
  private int shown = -1;

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  static ProgressBar onStandardError() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new ProgressBar(System.err, terminal);
  }

  @Override
  public void begin(String name, long size) {
    file = name;
    bytes = size;
    read = 0;
    shown = -1;
    show();
  }

  /// A file whose beginning is looked at more than once is read past its size; the bar stays full.
  @Override
  public void read(long more) {
    read += more;
    show();
  }

  @Override
  public void end(String how) {
    if (!file.isEmpty()) {
      out.println((terminal ? "\r\u001b[K" : "") + file + ": " + how);
      file = "";
    }
  }

  @Override
  public void close() {
    if (terminal && !file.isEmpty()) {
      out.println();
    }
    out.flush();
  }

  private void show() {
    int percent = bytes == 0 ? 100 : (int) Math.min(100, read * 100 / bytes);
    int step = terminal ? percent : percent / PLAIN_STEP;
    if (file.isEmpty() || step == shown) {
      return;
    }
    shown = step;
    String amount =
        String.format(Locale.ROOT, "%.1f of %.1f MB", Math.min(read, bytes) / 1e6, bytes / 1e6);
    if (terminal) {
      int full = percent * WIDTH / 100;
      out.print("\r" + file + " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + amount);
    } else {
      out.println(file + ": " + amount + " (" + percent + " %)");
    }
    out.flush();
  }
}
