-- Decisions about people. V20 to V29 are those of decisions, objections and monitoring.
--
-- `person` is an id and is emptied when the person is forgotten. What the decision was made of, the reasons and the salts
-- of the commitments are in `sealed`, under the person's key. `ledger` names the entry of the city's ledger.

create table decision (
  id uuid primary key,
  system text not null references system,
  version text not null,
  risk text not null,
  person text,
  at timestamptz not null,
  outcome text not null,
  human_confirms boolean not null,
  replays uuid references decision,
  sealed bytea not null,
  ledger uuid not null
);
create index decision_person on decision (person, at);
create index decision_system on decision (system, at);

-- One salted commitment for each answer that went in.
create table decision_input (
  decision uuid not null references decision,
  question text not null,
  commitment bytea not null check (octet_length(commitment) = 32),
  primary key (decision, question)
);

-- When a caseworker first had the proposal before their eyes, by the server's clock: what the time spent is measured from.
create table decision_opened (
  decision uuid not null references decision,
  by_person text not null,
  at timestamptz not null,
  primary key (decision, by_person)
);

create table confirmation (
  decision uuid primary key references decision,
  by_person text not null,
  at timestamptz not null,
  outcome text not null,
  sealed bytea not null,
  ledger uuid not null
);

create table objection (
  decision uuid primary key references decision,
  at timestamptz not null,
  answer_due date not null,
  sealed bytea not null,
  ledger uuid not null
);

create table objection_answer (
  decision uuid primary key references objection,
  by_person text not null,
  at timestamptz not null,
  replay uuid not null references decision,
  outcome text not null,
  upheld boolean not null,
  sealed bytea not null,
  ledger uuid not null
);

-- What was decided is never rewritten; only the person's id may go.
create function decision_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.person is null
      and (new.id, new.system, new.version, new.risk, new.at, new.outcome, new.human_confirms, new.sealed, new.ledger)
        = (old.id, old.system, old.version, old.risk, old.at, old.outcome, old.human_confirms, old.sealed, old.ledger)
      and new.replays is not distinct from old.replays then
    return new;
  end if;
  raise exception 'a decision is never rewritten';
end
$$;
create trigger decision_kept before update or delete on decision for each row execute function decision_kept();
create trigger confirmation_kept before update or delete on confirmation for each row execute function kept();
create trigger objection_kept before update or delete on objection for each row execute function kept();
create trigger objection_answer_kept before update or delete on objection_answer for each row execute function kept();
