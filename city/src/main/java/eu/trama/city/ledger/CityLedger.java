package eu.trama.city.ledger;

import eu.trama.city.ledger.keep.Keeper;
import eu.trama.city.ledger.keep.StoredLedger;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/// What other modules do with the ledger.
///
/// ```java
/// UUID id = ledger.append("decision", Commitment.of(salt, bytes)); // in the transaction of the decision
/// Standing standing = ledger.receipt(id);                          // a second later, or any time after
/// ```
@Service
public class CityLedger {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  private final StoredLedger entries;
  private final Keeper keeper;

  CityLedger(StoredLedger entries, Keeper keeper) {
    this.entries = entries;
    this.keeper = keeper;
  }

  /// Adds an entry in the caller's transaction: with its commit the entry is there for good, and
  /// under a signed head about a second later.
  ///
  /// @param kind what is committed to, such as `decision`: public, the same for everybody
  /// @param commitment 32 bytes as [Commitment#of] makes them; never a plain hash of personal data
  /// @return id of the entry
  public UUID append(String kind, byte[] commitment) {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException(
          "a kind has 1 to 40 lower case letters, digits and hyphens: " + kind);
    }
    if (commitment.length != Commitment.BYTES) {
      throw new IllegalArgumentException("a commitment has 32 bytes, not " + commitment.length);
    }
    UUID id = entries.add(kind, commitment);
    keeper.nudgeAfterCommit();
    return id;
  }

  /// The receipt of an entry, against the newest head.
  public Standing receipt(UUID id) {
    return keeper.standing(id);
  }
}
