package eu.trama.engines.records.column;

import eu.trama.engines.records.RealData;
import eu.trama.engines.records.copybook.CopyLibrary;
import eu.trama.engines.records.copybook.Copybook;
import eu.trama.engines.records.copybook.CopybookOptions;
import eu.trama.engines.records.copybook.CopybookParser;
import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Layout;
import eu.trama.engines.records.file.RecordFormat;
import eu.trama.engines.records.value.Coding;
import java.io.IOException;
import java.nio.file.Files;

/// The citizens' file that GnuCOBOL wrote.
final class CitizenFile {
  static final RecordFormat FORMAT = new RecordFormat.Variable(141, 309);

  private CitizenFile() {}

  static Plan plan() throws IOException {
    String text = Files.readString(RealData.file("mainframe/citizen.cpy"));
    Copybook copybook =
        CopybookParser.parse("citizen.cpy", text, CopybookOptions.zos(), CopyLibrary.NONE)
            .orThrow();
    return Plan.of(
        Layout.of(copybook.records().getFirst(), copybook),
        Coding.of("037", Dialect.zos()),
        Segments.by("CR-TYPE").when("CR-PERSON", "P").when("CR-COMPANY", "C").segments());
  }
}
