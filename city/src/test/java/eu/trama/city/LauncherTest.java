package eu.trama.city;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher on a machine of our own making: a copy of it, and only the JDKs that a test puts
/// there.
class LauncherTest {

  /// The shell's own tools, without the JDK that lies beside them on most machines.
  private static final List<String> TOOLS =
      List.of("chromium", "dirname", "find", "id", "mkdir", "readlink", "sed", "sort", "tr");

  @TempDir Path machine;

  private Path launcher = Path.of("trama");

  @BeforeEach
  void copyLauncher() throws IOException {
    Path root = Path.of(requireNonNull(System.getProperty("trama.root")));
    launcher = Files.copy(root.resolve("trama"), machine.resolve("trama"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void withoutAJdkItSaysWhatItSawAndHowToGetOne() throws Exception {
    Path old = jdk("old-jdk", "17.0.12");

    Said said = run(Map.of("JAVA_HOME", old.toString()), "up");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("no JDK 25 or newer was found", "17  " + old, "set JAVA_HOME");
  }

  @Test
  void withNoJdkAtAllItSaysThat() throws Exception {
    Said said = run(Map.of(), "--help");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("Seen: none");
  }

  @Test
  void theUsualFoldersAreSearched() throws Exception {
    jdk("old-jdk", "17.0.12");
    jdk("new-jdk", "25.0.3");

    Said said = run(Map.of("TRAMA_JDKS", machine + "/*-jdk"), "test", "--help");

    assertThat(said.code).as(said.text).isZero();
    assertThat(said.text).startsWith("Usage: trama test");
  }

  @Test
  void aModuleThatIsNotThereIsWrongUsage() throws Exception {
    Path jdk = jdk("new-jdk", "25.0.3");

    Said said = run(Map.of("JAVA_HOME", jdk.toString()), "test", "nowhere");

    assertThat(said.code).isEqualTo(2);
    assertThat(said.text).contains("no such module");
  }

  /// A folder that looks like a JDK of that version.
  private Path jdk(String name, String version) throws IOException {
    Path home = machine.resolve(name);
    Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
    script(javac, "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Said run(Map<String, String> environment, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    Path tools = Files.createDirectories(machine.resolve("tools"));
    for (String tool : TOOLS) {
      Path usual = Path.of("/usr/bin", tool);
      String target = Files.exists(usual) ? usual.toString() : "/bin/true";
      script(tools.resolve(tool), "exec " + target + " \"$@\"");
    }
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("TRAMA_JDKS", machine + "/none");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Said(int code, String text) {}
}
