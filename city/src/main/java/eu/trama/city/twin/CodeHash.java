package eu.trama.city.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;

/// Hash of the compiled classes that compute a model, so that a result names the code that made it.
public final class CodeHash {

  private CodeHash() {}

  /// @param roots one class of each package; its sub-packages belong to it
  public static String of(List<Class<?>> roots) {
    MessageDigest digest = Digest.sha256();
    roots.stream()
        .sorted(java.util.Comparator.comparing(Class::getName))
        .forEach(root -> add(digest, root));
    return Digest.hex(digest.digest());
  }

  private static void add(MessageDigest digest, Class<?> root) {
    String folder = root.getPackageName().replace('.', '/');
    try {
      var source = root.getProtectionDomain().getCodeSource();
      Path place = Path.of(java.util.Objects.requireNonNull(source).getLocation().toURI());
      if (Files.isDirectory(place)) {
        addClasses(digest, place.resolve(folder), place);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
          addClasses(digest, jar.getPath("/", folder), jar.getPath("/"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class " + root.getName() + " comes from no file", e);
    }
  }

  private static void addClasses(MessageDigest digest, Path folder, Path base) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files
              .filter(each -> each.toString().endsWith(".class"))
              .sorted(java.util.Comparator.comparing(each -> base.relativize(each).toString()))
              .toList()) {
        digest.update(
            base.relativize(file).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
  }
}
