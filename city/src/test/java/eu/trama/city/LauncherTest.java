package eu.trama.city;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher on a machine of our own making: a copy of it, and only the JDKs that a test puts
/// there.
class LauncherTest {

  /// The shell's own tools, without the JDK that lies beside them on most machines.
  private static final List<String> TOOLS =
      List.of(
          "awk",
          "cat",
          "chromium",
          "date",
          "dirname",
          "find",
          "grep",
          "id",
          "ln",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tee",
          "touch",
          "tr");

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoThatWouldBuildTheSecondWaitsAndSaysSo(boolean flock) throws Exception {
    Path jdk = buildableMachine();
    if (flock) {
      tool("flock");
    }
    Process first = begin(Map.of("JAVA_HOME", jdk.toString()), "status");
    try (var said = first.inputReader()) {
      await(machine.resolve("build-begun"), said);
      Process second = begin(Map.of("JAVA_HOME", jdk.toString()), "status");
      try (var saidBySecond = second.inputReader()) {
        assertThat(saidBySecond.readLine()).contains("another ./trama is building or testing");
        Files.createFile(machine.resolve("go-on"));

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(saidBySecond.lines())
            .contains("java ran")
            .noneMatch(l -> l.contains("building ("));
      }
    }
    assertThat(machine.resolve("builds")).hasContent("one");
  }

  @Test
  void theTurnOfAKilledBuildIsTaken() throws Exception {
    Path jdk = buildableMachine();
    Files.createFile(machine.resolve("go-on"));
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.createSymbolicLink(
        Files.createDirectory(machine.resolve("target")).resolve("build.holder"),
        Path.of(Long.toString(dead.pid())));

    Said said = run(Map.of("JAVA_HOME", jdk.toString()), "status");

    assertThat(said.code).as(said.text).isZero();
    assertThat(machine.resolve("builds")).hasContent("one");
    assertThat(machine.resolve("target").resolve("build.holder")).doesNotExist();
  }

  @Test
  void whatTestsAreSkippedIsSaidWithItsReason() throws Exception {
    Path jdk = buildableMachine();
    script(
        machine.resolve("mvnw"),
        """
        mkdir -p "$PWD/city/target/surefire-reports"
        cat >"$PWD/city/target/surefire-reports/TEST-a.xml" <<'END'
        <testsuite name="a" tests="3" errors="0" skipped="2" failures="0">
        <testcase name="one"><skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: only root can
        at org.junit]]></skipped></testcase>
        <testcase name="two"><skipped message="another reason"/></testcase>
        </testsuite>
        END\
        """);

    Said said = run(Map.of("JAVA_HOME", jdk.toString()), "test");

    assertThat(said.code).as(said.text).isZero();
    assertThat(said.text)
        .contains(
            "1 skipped: only root can\n",
            "1 skipped: another reason\n",
            "1 passed, 0 failed, 2 skipped");
  }

  @Test
  void withoutTheRegistryItSaysWhatToDo() throws Exception {
    Path jdk = buildableMachine();
    script(machine.resolve("mvnw"), "echo '[ERROR] Could not transfer artifact a:b:1'; exit 1");

    Said said = run(Map.of("JAVA_HOME", jdk.toString()), "status");

    assertThat(said.code).isEqualTo(1);
    assertThat(said.text).contains("needs the network", "settings.xml", "build.log");
  }

  /// A machine with a JDK and a build that waits for the file `go-on` and notes that it was made.
  ///
  /// @return the JDK
  private Path buildableMachine() throws IOException {
    Files.createDirectories(machine.resolve("city/target"));
    script(
        machine.resolve("mvnw"),
        """
        touch "$PWD/build-begun"
        until [ -e "$PWD/go-on" ]; do sleep 0.05; done
        echo one >>"$PWD/builds\"\
        """);
    Path jdk = jdk("new-jdk", "25.0.3");
    script(jdk.resolve("bin/java"), "echo java ran");
    return jdk;
  }

  private static void await(Path file, BufferedReader said) throws Exception {
    // Its first line is that it builds; the build then begins at once.
    assertThat(said.readLine()).contains("building");
    while (!Files.exists(file)) {
      Thread.onSpinWait();
    }
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
    Process process = begin(environment, arguments);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  private Process begin(Map<String, String> environment, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    for (String tool : TOOLS) {
      tool(tool);
    }
    builder.environment().put("PATH", machine.resolve("tools").toString());
    builder.environment().put("HOME", machine.toString());
    builder.environment().put("TRAMA_JDKS", machine + "/none");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private void tool(String name) throws IOException {
    Path usual = Path.of("/usr/bin", name);
    String target = Files.exists(usual) ? usual.toString() : "/bin/true";
    Path tools = Files.createDirectories(machine.resolve("tools"));
    script(tools.resolve(name), "exec " + target + " \"$@\"");
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Said(int code, String text) {}
}
