package eu.trama.city.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// The system user as whom PostgreSQL's programs run: `prefix` is the command that becomes that
/// user.
///
/// PostgreSQL refuses to run as root. Where this JVM is root, the server runs
/// - as the owner of the store's folder, if that is not root (`setpriv`);
/// - else in a user namespace of its own (`unshare -U`), in which the same files belong to an
///   ordinary user;
/// - else, where namespaces are forbidden, as nobody, to whom the folder is then handed over
///   (`setpriv`).
record ServerUser(int uid, List<String> prefix) {

  static final int ROOT = 0;

  /// Debian's and Fedora's `nobody`, and the kernel's own overflow user.
  static final int NOBODY = 65534;

  private static final String UID = "unix:uid";

  /// The user for the store's `folder`, which exists.
  static ServerUser of(Path folder) throws IOException {
    int self = (int) Files.getAttribute(Path.of("/proc/self"), UID);
    return choose(self, owner(folder), () -> succeeds(List.of("unshare", "-U", "true")));
  }

  static ServerUser choose(int self, int owner, BooleanSupplier namespaces) {
    if (self != ROOT) {
      return new ServerUser(self, List.of());
    }
    if (owner != ROOT) {
      return as(owner);
    }
    return namespaces.getAsBoolean() ? new ServerUser(ROOT, List.of("unshare", "-U")) : as(NOBODY);
  }

  private static ServerUser as(int uid) {
    return new ServerUser(
        uid, List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
  }

  /// Whether the server runs as another user than this JVM.
  boolean differs() {
    return !prefix.isEmpty() && uid != ROOT;
  }

  /// Hands a file or folder, with what is in it, to the server's user. Only root can and needs to.
  void own(Path path) throws IOException {
    if (!prefix.isEmpty() && owner(path) != uid) {
      try (var tree = Files.walk(path)) {
        for (Path each : (Iterable<Path>) tree::iterator) {
          Files.setAttribute(each, UID, uid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /// A command run as this user, in a bare environment, so that no `PG…` variable or language of
  /// the operator's shell changes what the server does or says.
  ProcessBuilder process(List<String> command) {
    var words = new ArrayList<>(prefix);
    words.addAll(command);
    var process = new ProcessBuilder(words).redirectErrorStream(true);
    process.environment().keySet().retainAll(Set.of("PATH"));
    process.environment().put("LC_ALL", "C");
    return process;
  }

  /// Runs a command to its end with `input` as its standard input.
  ///
  /// @throws StoreUnavailableException with what the command said, where it failed
  void run(List<String> command, String input) throws IOException, InterruptedException {
    Process process = process(command).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw ServerFault.explain(Path.of(command.getFirst()).getFileName() + " failed", said, this);
    }
  }

  private static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, UID, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // no such program here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
