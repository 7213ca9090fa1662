package eu.trama.engines.records.copybook;

import eu.trama.engines.records.findings.Findings;

/// Reads a copybook.
///
/// ```java
/// Copybook citizen =
///     CopybookParser.parse("citizen.cpy", text, CopybookOptions.zos(), CopyLibrary.NONE).orThrow();
/// Layout layout = Layout.of(citizen.records().getFirst(), citizen);
/// ```
public final class CopybookParser {
  private static final int MOST_FINDINGS = 1_000;

  private CopybookParser() {}

  /// Reads a text. It never throws on the text's account: what is wrong comes as findings.
  public static CopybookReading parse(
      String name, String text, CopybookOptions options, CopyLibrary library) {
    Findings findings = new Findings(MOST_FINDINGS);
    Complaints complaints = new Complaints(findings);
    CopyExpander expander = new CopyExpander(options, library, complaints);
    EntryParser parser = new EntryParser(expander.expand(name, text), complaints, options);
    parser.parse();
    return new CopybookReading(TreeBuilder.build(name, parser, complaints, options), findings);
  }
}
