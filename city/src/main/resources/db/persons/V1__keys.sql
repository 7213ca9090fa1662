-- Keys of persons. Every table of this schema belongs to eu.trama.city.persons. `wrapped` is AES-256-GCM under the
-- master key that `master` names, which is no part of the store.
create table key (
  id uuid primary key,
  person text not null unique,
  wrapped bytea not null,
  master text not null,
  made_at timestamptz not null
);
