-- Jobs of OGC API Processes: who asked for which run of a model, and what is wanted of it. The run itself is the twin's.
create table job (
  id text primary key,
  city text not null,
  process text not null,
  run text not null,
  listed boolean not null,
  raw boolean not null,
  outputs text[] not null,
  created_at timestamptz not null,
  dismissed_at timestamptz
);
create index job_list on job (city, created_at desc) where listed and dismissed_at is null;
create index job_run on job (run);
