package eu.trama.city.twin.commands;

import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Json;
import java.io.PrintStream;

/// What the twin's commands print: results as JSON on standard output, everything else on standard
/// error.
final class Console {

  private static final PrintStream OUT = System.out;
  private static final PrintStream ERR = System.err;

  private Console() {}

  static void json(Object value) {
    OUT.println(Json.writeReadable(value));
  }

  static void text(String text) {
    OUT.print(text);
    OUT.flush();
  }

  static void tell(String line) {
    ERR.println(line);
  }

  static void tell(BadInput refused) {
    for (Finding finding : refused.findings()) {
      ERR.println(finding);
    }
  }
}
