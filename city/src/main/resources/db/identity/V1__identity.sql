-- People who have signed in. Every table of this schema belongs to eu.trama.city.identity; no other module reads it,
-- and no other schema holds personal data of this kind.

-- `id` is random and means nothing outside; `issuer` and `subject` are what the identity provider calls the person.
create table person (
  id text primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  roles text[] not null check (cardinality(roles) > 0),
  first_seen timestamptz not null,
  last_seen timestamptz not null,
  unique (issuer, subject)
);

-- `id` is the SHA-256 of the cookie's value, so that whoever reads this table can use no session. `handle` names it on
-- pages. `origin` is a truncated address. `provider_session` and `id_token` serve to sign out at the provider too.
create table session (
  id text primary key,
  handle text not null unique,
  person text not null references person on delete cascade,
  form_token text not null,
  provider_session text,
  id_token text not null,
  device text not null,
  origin text not null,
  begun_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_of_person on session (person, begun_at);
create index session_seen on session (seen_at);

-- The sign-in log. `person` is no foreign key: an entry outlives the person's row and then tells nobody's name.
create table sign_in (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  outcome text not null,
  person text,
  origin text not null
);
create index sign_in_at on sign_in (at);

-- Nobody rewrites the log, and nobody removes what is younger than a week, the shortest time that it may be kept.
create function keep_sign_in() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.at < now() - interval '7 days' then
    return old;
  end if;
  raise exception 'the sign-in log is only added to';
end $$;
create trigger keep_sign_in before update or delete on sign_in for each row execute function keep_sign_in();
create trigger keep_all_sign_ins before truncate on sign_in for each statement execute function keep_sign_in();

-- Keys with which the built-in provider signs, so that servers of one store and later starts agree.
create table provider_key (
  id text primary key,
  jwk text not null,
  made_at timestamptz not null
);
