package eu.trama.engines.records.copybook;

/// Bounds on what a copybook may ask for, so that no input exhausts memory or time.
///
/// @param characters of one source text
/// @param words after all COPY statements
/// @param copyDepth COPY within COPY
/// @param copies COPY statements carried out
/// @param items data descriptions of one copybook
/// @param recordBytes length of a record with all tables at their largest; IBM allows 128 MiB
public record Limits(
    int characters, int words, int copyDepth, int copies, int items, int recordBytes) {
  public static Limits usual() {
    return new Limits(8_000_000, 400_000, 16, 2_000, 20_000, 128 << 20);
  }
}
