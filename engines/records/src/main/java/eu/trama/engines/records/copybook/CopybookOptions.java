package eu.trama.engines.records.copybook;

/// How to read a copybook.
///
/// @param format layout of its lines
/// @param debugLines whether lines with D in column 7 count
/// @param dialect sizes and alignments of the machine
/// @param limits bounds
public record CopybookOptions(
    SourceFormat format, boolean debugLines, Dialect dialect, Limits limits) {
  /// A copybook of IBM Enterprise COBOL for z/OS, in whichever format its lines are.
  public static CopybookOptions zos() {
    return new CopybookOptions(SourceFormat.DETECT, false, Dialect.zos(), Limits.usual());
  }

  public CopybookOptions with(Dialect other) {
    return new CopybookOptions(format, debugLines, other, limits);
  }

  public CopybookOptions with(SourceFormat other) {
    return new CopybookOptions(other, debugLines, dialect, limits);
  }
}
