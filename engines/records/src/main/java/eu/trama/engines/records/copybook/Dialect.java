package eu.trama.engines.records.copybook;

/// What a copybook leaves to the compiler and the machine.
///
/// @param decimalComma DECIMAL-POINT IS COMMA
/// @param currency currency sign of pictures
/// @param oneByteBinary whether a binary of one or two digits takes one byte instead of two
/// @param tablesSlide whether what follows a table of variable length moves up with it, as on z/OS
/// @param nativeLittleEndian byte order of COMP-5
/// @param widestAlignment of a synchronized binary in bytes: 4 on z/OS, where a doubleword is not
///   asked for
/// @param pointerBytes 4, or 8 with LP(64)
/// @param hexadecimalFloat whether COMP-1 and COMP-2 are hexadecimal (IBM) rather than IEEE
/// @param floatsLittleEndian byte order of IEEE COMP-1 and COMP-2
public record Dialect(
    boolean decimalComma,
    char currency,
    boolean oneByteBinary,
    boolean tablesSlide,
    boolean nativeLittleEndian,
    int widestAlignment,
    int pointerBytes,
    boolean hexadecimalFloat,
    boolean floatsLittleEndian) {

  /// IBM Enterprise COBOL for z/OS.
  public static Dialect zos() {
    return new Dialect(false, '$', false, true, false, 4, 4, true, false);
  }

  /// GnuCOBOL with `-std=ibm` on a little-endian machine: sizes as on z/OS, floats of the machine.
  public static Dialect gnuCobol() {
    return new Dialect(false, '$', false, true, true, 8, 8, false, true);
  }

  public Dialect withDecimalComma() {
    return new Dialect(
        true,
        currency,
        oneByteBinary,
        tablesSlide,
        nativeLittleEndian,
        widestAlignment,
        pointerBytes,
        hexadecimalFloat,
        floatsLittleEndian);
  }

  public Dialect withCurrency(char sign) {
    return new Dialect(
        decimalComma,
        sign,
        oneByteBinary,
        tablesSlide,
        nativeLittleEndian,
        widestAlignment,
        pointerBytes,
        hexadecimalFloat,
        floatsLittleEndian);
  }

  /// Tables of variable length keep room for their largest number of occurrences.
  public Dialect withFixedTables() {
    return new Dialect(
        decimalComma,
        currency,
        oneByteBinary,
        false,
        nativeLittleEndian,
        widestAlignment,
        pointerBytes,
        hexadecimalFloat,
        floatsLittleEndian);
  }
}
