package eu.trama.city.twin.imports;

import eu.trama.city.twin.ImportFile;
import eu.trama.city.twin.ImportKind;

/// How the series of a file is called, when its content does not say it: as an option says, else
/// like the file without its ending.
final class SeriesName {

  private SeriesName() {}

  static String of(ImportFile file) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    String slug =
        Slug.of(file.option(ImportKind.SERIES).orElse(dot > 0 ? name.substring(0, dot) : name));
    return slug.isEmpty() ? "file" : slug;
  }
}
