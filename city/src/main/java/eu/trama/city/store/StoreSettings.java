package eu.trama.city.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where the store is: `TRAMA_HOME`, the folder of all state (default `.trama` in the working
/// folder; the launcher sets it to `.trama` beside itself), and `TRAMA_DB_URL`, an outside
/// PostgreSQL that replaces the embedded one.
public record StoreSettings(Path home, Optional<DatabaseUrl> outside) {

  /// Reads the settings through `lookup`, which is `System::getenv` at the shell and Spring's
  /// environment in the server.
  ///
  /// @throws StoreUnavailableException where `TRAMA_DB_URL` cannot be read
  public static StoreSettings from(Function<String, @Nullable String> lookup) {
    Path home = Path.of(value(lookup, "TRAMA_HOME").orElse(".trama")).toAbsolutePath().normalize();
    return new StoreSettings(home, value(lookup, "TRAMA_DB_URL").map(DatabaseUrl::parse));
  }

  private static Optional<String> value(Function<String, @Nullable String> lookup, String name) {
    return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
