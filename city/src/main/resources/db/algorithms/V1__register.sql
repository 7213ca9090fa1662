-- The register of algorithmic systems. Every table of this schema belongs to eu.trama.city.algorithms.
-- V1 to V9 are the register's, V10 on those of screenings and studies.

create table system (
  id text primary key,
  created_at timestamptz not null
);

-- Each change of a record: who, when and what. The last one counts; none is ever changed.
create table revision (
  system text not null references system,
  revision int not null,
  at timestamptz not null,
  by_person text not null,
  by_role text not null,
  facts jsonb not null,
  hash text not null,
  primary key (system, revision)
);

-- What was done with a system: signatures, transitions, versions, suspensions. Its state is what follows from these in
-- order; none is ever changed.
create table event (
  system text not null references system,
  seq int not null,
  at timestamptz not null,
  by_person text not null,
  by_role text not null,
  kind text not null,
  detail jsonb not null,
  primary key (system, seq)
);
create index event_latest on event (at desc);

-- The advisory council.
create table council_member (
  id bigint generated always as identity primary key,
  person text not null,
  capacity text not null,
  since timestamptz not null,
  admitted_at timestamptz,
  until timestamptz
);
create unique index council_seat on council_member (person) where until is null;
create table council_session (
  id bigint generated always as identity primary key,
  held_on date not null,
  place text not null,
  minutes text not null default '',
  opened_by text not null,
  closed_at timestamptz,
  members int
);
create table council_item (
  session bigint not null references council_session,
  system text not null references system,
  version text not null,
  question text not null,
  primary key (session, system)
);
create table council_vote (
  session bigint not null,
  system text not null,
  person text not null,
  vote text not null check (vote in ('for', 'against', 'abstain')),
  cast_at timestamptz not null,
  primary key (session, system, person),
  foreign key (session, system) references council_item
);

-- History is added to and never rewritten, by whatever program has the store's password.
create function kept() returns trigger language plpgsql as $$
begin
  raise exception 'the table % is only added to', tg_table_name;
end
$$;
create trigger revision_kept before update or delete on revision for each row execute function kept();
create trigger event_kept before update or delete on event for each row execute function kept();
