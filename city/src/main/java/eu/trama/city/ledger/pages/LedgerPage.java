package eu.trama.city.ledger.pages;

import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// What the page about the ledger shows.
///
/// @param size number of entries under the newest head, in words; empty while there is no head
/// @param root of the newest head, base 64
/// @param key of the log, for those who check
/// @param witnesses names of those who cosigned the newest head
/// @param checked what came of the receipt that was pasted
public record LedgerPage(
    Optional<String> size,
    String root,
    String key,
    List<String> witnesses,
    boolean stands,
    Field receipt,
    List<FormError> errors,
    Optional<Checked> checked) {

  /// A receipt that was checked.
  ///
  /// @param kind of the entry, such as `decision`; empty where the entry is none of this city's
  public record Checked(String index, String size, String kind, List<String> witnesses) {}
}
