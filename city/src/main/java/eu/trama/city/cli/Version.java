package eu.trama.city.cli;

import eu.trama.city.store.EmbeddedPostgres;
import picocli.CommandLine.IVersionProvider;

/// The version of this Trama and of what it runs on.
public final class Version implements IVersionProvider {

  /// As the jar's manifest says it; a class path of folders has none.
  public static String trama() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "Trama " + trama(),
      "Java " + Runtime.version(),
      "PostgreSQL " + EmbeddedPostgres.VERSION + " (embedded)"
    };
  }
}
