package eu.trama.city.store;

import java.util.regex.Pattern;

/// The SQL schema of one module: it is called `name`, its migrations lie in `db/<name>` on the
/// class path, and their history in the schema itself. A module declares it as a bean; nothing else
/// is needed.
///
/// ```java
/// @Bean
/// ModuleSchema twinSchema() {
///   return new ModuleSchema("twin");
/// }
/// ```
public record ModuleSchema(String name) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  public ModuleSchema {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a schema name: " + name);
    }
  }
}
