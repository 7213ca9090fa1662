package eu.trama.city.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs a measurement in a JVM of its own, on this program's classes, with options that this JVM
/// was not started with.
public final class MeasuredJvm {
  private MeasuredJvm() {}

  /// Runs a class to its end and tells each line that it prints.
  ///
  /// @throws IOException where it cannot be started or fails
  public static void run(
      List<String> options, Class<?> main, List<String> arguments, Consumer<String> line)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var lines = process.inputReader()) {
      lines.lines().forEach(line);
      if (process.waitFor() != 0) {
        throw new IOException(main.getSimpleName() + " ended with " + process.exitValue());
      }
    } finally {
      process.destroy();
    }
  }
}
