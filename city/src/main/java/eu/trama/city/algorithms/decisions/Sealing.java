package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.decisions.DecisionTables.Sealed;
import eu.trama.city.ledger.CityLedger;
import eu.trama.city.persons.KeyDestroyed;
import eu.trama.city.persons.Vault;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Seals a document for a person and commits the city to it in its ledger, in one transaction.
@Component
class Sealing {

  private final Vault vault;
  private final CityLedger ledger;

  Sealing(Vault vault, CityLedger ledger) {
    this.vault = vault;
    this.ledger = ledger;
  }

  /// @param kind such as `decision`: the ledger's word, and what the seal is bound to
  Sealed keep(String person, String kind, Document document) {
    return new Sealed(
        vault.seal(person, kind, document.bytes()), ledger.append(kind, document.commitment()));
  }

  Sealed keep(String person, String kind, Map<String, ?> content) {
    return keep(person, kind, Document.of(content, Map.of()));
  }

  /// Empty once the person is forgotten.
  Optional<Document> open(Optional<String> person, String kind, Sealed sealed) {
    if (person.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Document.read(vault.open(person.get(), kind, sealed.bytes())));
    } catch (KeyDestroyed forgotten) {
      return Optional.empty();
    }
  }
}
