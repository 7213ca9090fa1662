-- Other servers that a city looks at: another Trama, or any server of OGC API Features or Processes.
create table peer (
  id text primary key,
  city text not null references city,
  address text not null,
  title text not null,
  added_at timestamptz not null,
  -- What it last told of itself, and when: shown while it does not answer.
  told jsonb,
  told_at timestamptz,
  unique (city, address)
);
