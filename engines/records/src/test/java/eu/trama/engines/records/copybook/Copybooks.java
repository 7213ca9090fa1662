package eu.trama.engines.records.copybook;

/// Copybooks written in a test.
public final class Copybooks {
  private Copybooks() {}

  /// Layout of the first record of a text in free format, as z/OS lays it out.
  public static Layout zos(String text) {
    return layout(text, Dialect.zos());
  }

  public static Layout layout(String text, Dialect dialect) {
    CopybookOptions options = CopybookOptions.zos().with(dialect).with(SourceFormat.FREE);
    Copybook copybook = CopybookParser.parse("test.cpy", text, options, CopyLibrary.NONE).orThrow();
    return Layout.of(copybook.records().getFirst(), copybook);
  }
}
