-- The digital twin. Every table of this schema belongs to eu.trama.city.twin; no other module reads it.

create table city (
  id text primary key,
  name text not null,
  country text not null,
  timezone text not null,
  utm_epsg int not null,
  lat double precision not null,
  lon double precision not null,
  zoom double precision not null,
  languages text[] not null,
  currency text not null
);

-- One edition of a source's data. `source` names the series, such as `pack` or `gtfs:fgc`.
create table dataset (
  id bigint generated always as identity primary key,
  city text not null references city,
  source text not null,
  title text not null,
  publisher text not null,
  licence text not null,
  url text not null,
  published text not null,
  note text not null,
  file text not null,
  bytes bigint not null,
  sha256 text not null,
  importer text not null,
  importer_version text not null,
  valid_from timestamptz not null,
  learned_at timestamptz not null,
  features bigint not null,
  findings jsonb not null
);
create index dataset_series on dataset (city, source, id);

-- A feature in two times: `valid`, when it was so in the city; `known`, when the twin believed it. A row is never
-- changed but for the end of `known`, which says from when something else is believed.
create table feature (
  seq bigint generated always as identity primary key,
  city text not null references city,
  layer text not null,
  id text not null,
  source text not null,
  dataset bigint not null references dataset,
  valid tstzrange not null check (not isempty(valid)),
  known tstzrange not null,
  geometry bytea,
  box box,
  properties jsonb not null,
  hash bytea not null
);
create index feature_by_id on feature (city, layer, id);
create index feature_current on feature (city, layer, source) where upper_inf(known);
create index feature_box on feature using gist (box);

-- Files kept whole, such as timetable feeds, in pieces, named by what is in them.
create table blob (
  sha256 text primary key,
  bytes bigint not null
);
create table blob_piece (
  sha256 text not null references blob on delete cascade,
  seq int not null,
  data bytea not null,
  primary key (sha256, seq)
);
alter table blob_piece alter column data set storage external;

-- Files read and checked, and not yet part of the twin: an import that was killed goes on from here.
create table staging (
  id bigint generated always as identity primary key,
  city text not null references city,
  source text not null,
  sha256 text not null,
  importer text not null,
  importer_version text not null,
  started_at timestamptz not null,
  complete boolean not null default false,
  description jsonb not null default '{}',
  unique (city, source, sha256, importer, importer_version)
);
create table staged_feature (
  staging bigint not null references staging on delete cascade,
  layer text not null,
  id text not null,
  geometry bytea,
  box box,
  properties jsonb not null,
  hash bytea not null
);
create index staged_feature_by_staging on staged_feature (staging, layer, id);

create table scenario (
  id text primary key,
  city text not null references city,
  name text not null,
  description text not null,
  valid_at timestamptz not null,
  known_at timestamptz not null,
  parent text references scenario,
  created_at timestamptz not null,
  version int not null default 0
);
-- The log of steps. `undone` marks those taken back; a step made after an undo discards them for good.
create table scenario_edit (
  scenario text not null references scenario on delete cascade,
  seq int not null,
  edit jsonb not null,
  made_at timestamptz not null,
  undone boolean not null default false,
  discarded boolean not null default false,
  primary key (scenario, seq)
);

-- A run is named by the hash of all that goes into it.
create table run (
  id text primary key,
  city text not null references city,
  valid_at timestamptz not null,
  known_at timestamptz not null,
  scenario text references scenario on delete set null,
  model text not null,
  request text not null,
  state text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null default 0,
  stage text not null default '',
  failure text not null default '',
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  worker text,
  heartbeat timestamptz,
  attempts int not null default 0,
  cancel_requested boolean not null default false,
  result bytea,
  result_sha256 text,
  cpu_seconds double precision,
  peak_bytes bigint
);
create index run_queue on run (requested_at) where state in ('queued', 'running');
create index run_of_scenario on run (scenario);

-- What a pack said and an import now says in its place; a later edition of the pack does not bring it back.
create table replacement (
  city text not null references city,
  layer text not null,
  id text not null,
  source text not null,
  by_source text not null,
  dataset bigint not null references dataset,
  primary key (city, layer, id, source)
);
