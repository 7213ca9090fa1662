package eu.trama.city.ledger.keep;

import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.KeyType;
import eu.trama.ledger.note.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How this server keeps the ledger.
///
/// @param folder of tiles and, for one server alone, the key: `TRAMA_HOME/ledger`
/// @param sharedKey `TRAMA_LEDGER_KEY_FILE`, the signing key that several servers share
/// @param origin `TRAMA_LEDGER_ORIGIN`, the name of the log; used once, when its key is drawn
/// @param witnesses `TRAMA_LEDGER_WITNESSES`, keys of those whose cosignatures are taken
public record LedgerSettings(
    Path folder, Optional<Path> sharedKey, Optional<String> origin, List<VerifierKey> witnesses) {

  private static final int MOST_WITNESSES = 32;

  public LedgerSettings {
    witnesses = List.copyOf(witnesses);
  }

  /// Reads the settings through `lookup`.
  ///
  /// @throws IllegalArgumentException with what to do, where they cannot be used
  public static LedgerSettings from(Path home, Function<String, @Nullable String> lookup) {
    return new LedgerSettings(
        home.resolve("ledger"),
        value(lookup, "TRAMA_LEDGER_KEY_FILE").map(Path::of),
        value(lookup, "TRAMA_LEDGER_ORIGIN"),
        witnesses(value(lookup, "TRAMA_LEDGER_WITNESSES").orElse("")));
  }

  private static List<VerifierKey> witnesses(String text) {
    var keys = new ArrayList<VerifierKey>();
    for (String each : text.split("[,\\s]+", -1)) {
      if (!each.isEmpty()) {
        keys.add(witness(each));
      }
    }
    if (keys.size() > MOST_WITNESSES) {
      throw new IllegalArgumentException("TRAMA_LEDGER_WITNESSES names more than 32 witnesses");
    }
    return keys;
  }

  private static VerifierKey witness(String text) {
    try {
      VerifierKey key = VerifierKey.parse(text);
      if (key.type() == KeyType.WITNESS) {
        return key;
      }
      throw new BadNoteException(key.name() + " is not a witness's key (type 4)");
    } catch (BadNoteException e) {
      throw new IllegalArgumentException(
          "TRAMA_LEDGER_WITNESSES takes keys written name+id+key, separated by commas: "
              + e.getMessage(),
          e);
    }
  }

  private static Optional<String> value(Function<String, @Nullable String> lookup, String name) {
    return Optional.ofNullable(lookup.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
