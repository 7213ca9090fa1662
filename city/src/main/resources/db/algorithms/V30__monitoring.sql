-- Monitoring in operation: V30 to V39. Counts of a month and no row for a person, see
-- docs/decisions/0060-counts-without-persons.md. `attribute` and `part` are empty in the counts over everybody.

create table tally_decided (
  system text not null references system,
  version text not null,
  period date not null,
  attribute text not null,
  part text not null,
  outcome text not null,
  n bigint not null check (n > 0),
  primary key (system, version, period, attribute, part, outcome)
);

create table tally_input (
  system text not null references system,
  version text not null,
  period date not null,
  input text not null,
  bin int not null,
  n bigint not null check (n > 0),
  primary key (system, version, period, input, bin)
);

-- What was found to be right, by the month in which it was found.
create table tally_truth (
  system text not null references system,
  version text not null,
  period date not null,
  source text not null check (source in ('sample', 'objection')),
  attribute text not null,
  part text not null,
  decided text not null,
  truth text not null,
  changed boolean not null,
  n bigint not null check (n > 0),
  primary key (system, version, period, source, attribute, part, decided, truth, changed)
);

-- Which decisions of a checked sample have been entered, so that none counts twice.
create table truth (
  decision uuid primary key references decision,
  outcome text not null,
  at timestamptz not null,
  by_person text not null,
  salt bytea not null,
  ledger uuid not null
);
create trigger truth_kept before update or delete on truth for each row execute function kept();

-- The month with which later ones are compared, for each version of a system.
create table drift_reference (
  system text not null references system,
  version text not null,
  period date not null,
  cases bigint not null,
  fixed_at timestamptz not null,
  primary key (system, version)
);
create trigger drift_reference_kept before update or delete on drift_reference for each row execute function kept();

create table evaluation (
  id bigint generated always as identity primary key,
  system text not null references system,
  version text not null,
  at timestamptz not null,
  by_person text not null,
  findings jsonb not null,
  hash text not null,
  salt bytea not null,
  ledger uuid not null
);
create index evaluation_latest on evaluation (system, id desc);
create trigger evaluation_kept before update or delete on evaluation for each row execute function kept();

-- `threshold` and `period` say of an incident that the platform reported which figures of which month it is about: the
-- same are reported once.
create table incident (
  id uuid primary key,
  system text not null references system,
  version text not null,
  severity text not null,
  noticed_at timestamptz not null,
  entered_at timestamptz not null,
  by_person text not null,
  by_role text not null,
  text text not null,
  threshold text,
  period date,
  salt bytea not null,
  ledger uuid not null,
  check ((threshold is null) = (period is null))
);
create index incident_system on incident (system, entered_at);
create unique index incident_threshold on incident (system, version, threshold, period) where threshold is not null;
create trigger incident_kept before update or delete on incident for each row execute function kept();

create table incident_step (
  incident uuid not null references incident,
  seq int not null,
  kind text not null check (kind in ('rated', 'reported', 'closed')),
  severity text,
  at timestamptz not null,
  by_person text not null,
  by_role text not null,
  text text not null,
  salt bytea not null,
  ledger uuid not null,
  primary key (incident, seq),
  check ((kind = 'rated') = (severity is not null))
);
create unique index incident_closed on incident_step (incident) where kind = 'closed';
create trigger incident_step_kept before update or delete on incident_step for each row execute function kept();
