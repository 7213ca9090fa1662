package eu.trama.city.cli;

import java.io.PrintStream;

/// Runs a command of which nothing but its name was said, as [Shell] would, without picocli.
///
/// That library is compiled for so old a JVM that its classes cannot be kept in the AOT cache; to
/// load and check them costs a tenth of a second at each start.
public final class Alone {

  private Alone() {}

  /// @return the exit code
  public static int run(String name, CityCommand command) {
    try {
      return command.call();
    } catch (Exception failure) {
      return explain(name, failure, System.err);
    }
  }

  /// What went wrong, in plain words.
  private static int explain(String name, Exception failure, PrintStream err) {
    if (Fault.debugging()) {
      failure.printStackTrace(err);
    }
    err.println("trama " + name + ": " + Fault.plain(failure));
    err.flush();
    return CityCommand.FAILED;
  }
}
