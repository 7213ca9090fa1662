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

-- One policy, tried here and on another server by the same model.
create table joint_run (
  id text primary key,
  city text not null references city,
  peer text not null references peer on delete cascade,
  model text not null,
  policy text not null,
  before_run text not null,
  after_run text not null,
  -- Addresses of the jobs at the peer, and what came of them once both had ended.
  peer_before text not null,
  peer_after text not null,
  peer_results jsonb,
  created_at timestamptz not null
);
