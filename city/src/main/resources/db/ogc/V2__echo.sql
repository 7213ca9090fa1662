-- Jobs of the echo process: what was given, and from when on it is given back.
create table echo (
  id text primary key,
  city text not null,
  raw boolean not null,
  outputs text[] not null,
  given text not null,
  created_at timestamptz not null,
  ready_at timestamptz not null,
  dismissed_at timestamptz
);
create index echo_list on echo (city, created_at desc) where dismissed_at is null;
create index echo_age on echo (created_at);
