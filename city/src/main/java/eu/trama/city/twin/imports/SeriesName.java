package eu.trama.city.twin.imports;

import eu.trama.city.twin.ImportFile;

/// How the series of a file is called, when its content does not say it: as an option says, else
/// like the file without its ending.
final class SeriesName {

  static final String OPTION = "series";
  static final String HELP = "name of the series, a later file of which replaces this one";

  private SeriesName() {}

  static String of(ImportFile file) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    String slug = Slug.of(file.option(OPTION).orElse(dot > 0 ? name.substring(0, dot) : name));
    return slug.isEmpty() ? "file" : slug;
  }
}
