package eu.trama.city.ledger.pages;

import eu.trama.city.ledger.keep.Keeper;
import eu.trama.city.ledger.pages.LedgerPage.Checked;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Visit;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import eu.trama.ledger.log.LedgerReader.Head;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.SignedNote.Verdict;
import eu.trama.ledger.note.VerifierKey;
import eu.trama.ledger.receipt.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The ledger for people: what it is, how far it is, and whether a receipt is right.
@Controller
class LedgerController {

  private static final String FIELD = "receipt";

  /// What modules of this release enter.
  private static final Set<String> KINDS =
      Set.of(
          "algorithm-event",
          "decision",
          "confirmation",
          "objection",
          "answer",
          "case-opened",
          "person-forgotten");

  private static final Pattern LEAF =
      Pattern.compile("trama-ledger/v1 ([a-z][a-z0-9-]{0,39})\n[A-Za-z0-9+/]{43}=\n");

  private final Pages pages;
  private final Keeper keeper;

  LedgerController(Pages pages, Keeper keeper) {
    this.pages = pages;
    this.keeper = keeper;
  }

  @GetMapping("/ledger")
  View page(Visit visit) throws IOException {
    return show(visit, "", List.of(), Optional.empty());
  }

  @PostMapping("/ledger")
  View check(Visit visit, @RequestParam(name = FIELD, defaultValue = "") String text)
      throws IOException {
    Optional<VerifierKey> key = keeper.key();
    // Browsers send line ends as CR LF.
    String pasted = text.replace("\r\n", "\n").strip() + "\n";
    if (text.isBlank() || key.isEmpty()) {
      return wrong(visit, text, visit.say("ledger.check.none"));
    }
    try {
      Receipt receipt = Receipt.parse(pasted);
      return switch (receipt.check(key.get(), keeper.witnesses())) {
        case Receipt.Outcome.Proven proven ->
            show(visit, "", List.of(), Optional.of(checked(visit, receipt, proven)));
        case Receipt.Outcome.Refused _ -> wrong(visit, text, visit.say("ledger.check.refused"));
      };
    } catch (BadNoteException e) {
      return wrong(visit, text, visit.say("ledger.check.unreadable"));
    }
  }

  private static Checked checked(Visit visit, Receipt receipt, Receipt.Outcome.Proven proven) {
    var leaf =
        LEAF.matcher(new String(receipt.entry().orElse(new byte[0]), StandardCharsets.ISO_8859_1));
    return new Checked(
        visit.words().number(receipt.index()),
        visit.words().number(proven.checkpoint().size()),
        leaf.matches() ? kind(visit, leaf.group(1)) : "",
        proven.witnesses().stream().map(VerifierKey::name).toList());
  }

  /// A kind that this release knows in words, another as the entry has it.
  private static String kind(Visit visit, String kind) {
    return KINDS.contains(kind) ? visit.say("ledger.kind." + kind) : kind;
  }

  private View wrong(Visit visit, String text, String message) throws IOException {
    return show(visit, text, List.of(new FormError(FIELD, message)), Optional.empty());
  }

  private View show(Visit visit, String text, List<FormError> errors, Optional<Checked> checked)
      throws IOException {
    Optional<Head> head =
        keeper.reader().isPresent() ? keeper.reader().get().head() : Optional.empty();
    var field =
        Field.of(FIELD, Field.Kind.LONG, visit.say("ledger.check.label"))
            .hint(visit.say("ledger.check.hint"))
            .value(text)
            .checked(errors);
    var model =
        new LedgerPage(
            head.map(h -> visit.say("ledger.entries", h.checkpoint().size())),
            head.map(h -> h.checkpoint().root().base64()).orElse(""),
            keeper.key().map(VerifierKey::toString).orElse(""),
            head.map(this::cosigned).orElse(List.of()),
            !keeper.trouble().isEmpty(),
            field,
            errors,
            checked);
    return pages.show("ledger/ledger", visit.page(visit.say("ledger.title")), model);
  }

  private List<String> cosigned(Head head) {
    return keeper.witnesses().stream()
        .filter(witness -> head.note().verdict(witness) == Verdict.SIGNED)
        .map(VerifierKey::name)
        .toList();
  }
}
