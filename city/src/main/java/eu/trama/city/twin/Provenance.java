package eu.trama.city.twin;

/// Who published data, under which terms, where and when. Fields that nobody told are empty, never
/// guessed.
///
/// @param published the date as the publisher writes it, such as `2026-01-15` or `2014`
public record Provenance(
    String title, String publisher, String licence, String url, String published, String note) {

  public static Provenance titled(String title) {
    return new Provenance(title, "", "", "", "", "");
  }
}
