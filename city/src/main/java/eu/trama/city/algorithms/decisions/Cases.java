package eu.trama.city.algorithms.decisions;

import eu.trama.city.algorithms.decisions.DecisionTables.Row;
import eu.trama.city.persons.PersonForgotten;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts a case together out of its rows, opened with the person's key where that still exists.
@Component
class Cases {

  private final DecisionTables tables;
  private final Sealing sealing;

  Cases(DecisionTables tables, Sealing sealing) {
    this.tables = tables;
    this.sealing = sealing;
  }

  Optional<Case> find(UUID id) {
    return tables.find(id).map(this::of);
  }

  Case of(Row<Decision> row) {
    Decision decision = row.row();
    return new Case(
        decision,
        sealing.open(decision.person(), "decision", row.sealed()).map(Document::contents),
        tables.confirmation(decision.id()).map(c -> confirmation(decision, c)),
        tables.objection(decision.id()).map(o -> objection(decision, o)));
  }

  private Confirmation confirmation(Decision decision, Row<DecisionTables.Step> kept) {
    var step = kept.row();
    return new Confirmation(
        step.person(),
        step.at(),
        step.outcome(),
        reason(sealing.open(decision.person(), "confirmation", kept.sealed())),
        kept.sealed().ledger());
  }

  private Objection objection(Decision decision, Row<java.time.LocalDate> kept) {
    var document = sealing.open(decision.person(), "objection", kept.sealed());
    return new Objection(
        tables.objectedAt(decision.id()),
        kept.row(),
        document.map(d -> d.content().path("text").asString()),
        document.map(d -> Document.texts(d.content().path("answers"))).orElse(Map.of()),
        tables.answer(decision.id()).map(a -> answer(decision, a)),
        kept.sealed().ledger());
  }

  private Objection.Answer answer(Decision decision, Row<DecisionTables.Step> kept) {
    var step = kept.row();
    return new Objection.Answer(
        step.person(),
        step.at(),
        step.replay(),
        step.outcome(),
        step.upheld(),
        reason(sealing.open(decision.person(), "answer", kept.sealed())),
        kept.sealed().ledger());
  }

  private static Optional<String> reason(Optional<Document> document) {
    return document.map(d -> d.content().path("reason").asString()).filter(text -> !text.isEmpty());
  }

  @EventListener
  void on(PersonForgotten forgotten) {
    tables.forget(forgotten.person());
  }
}
