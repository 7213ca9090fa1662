package eu.trama.engines.records.value;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.copybook.Dialect;
import java.nio.charset.Charset;
import java.util.Optional;

/// How the bytes of a file stand for characters and numbers.
///
/// @param page code page of one byte
/// @param doubleByte charset of PIC G, one that shifts between one and two bytes, such as
///   `x-IBM939`; without one such fields are kept as bytes
/// @param dialect byte order and floats of the machine
public record Coding(CodePage page, Optional<Charset> doubleByte, Dialect dialect) {
  public static Coding of(String page, Dialect dialect) {
    return new Coding(CodePage.of(page), Optional.empty(), dialect);
  }
}
