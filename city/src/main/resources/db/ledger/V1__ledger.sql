-- What the city has committed itself to. Every table of this schema belongs to eu.trama.city.ledger. It holds salted
-- commitments and never what they stand for: no personal data.

-- The key of the log, set by the first server; whoever signs with another is not this store's ledger.
create table log (
  one boolean primary key default true check (one),
  key text not null
);

-- `commitment` is a salted SHA-256. `seq`, the place in the log, is given soon after the commit; it is dense, and final.
create table entry (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
  commitment bytea not null check (octet_length(commitment) = 32),
  at timestamptz not null default now(),
  seq bigint unique check (seq >= 0)
);
create index entry_waiting on entry (at, id) where seq is null;

-- Signed heads, each kept here before anybody sees it. One size has one head, whichever server signed it.
create table head (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  at timestamptz not null default now()
);

-- Witnesses that looked at a head; `line` is their signature as it stands under the note.
create table cosignature (
  size bigint not null references head,
  witness text not null,
  line text not null,
  at timestamptz not null default now(),
  primary key (size, witness)
);

-- An entry gets its place once, and that is all that ever happens to it.
create function keep_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null and new.id = old.id and new.kind = old.kind
      and new.commitment = old.commitment and new.at = old.at then
    return new;
  end if;
  raise exception 'the ledger is only added to';
end $$;
create function keep_all() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is only added to';
end $$;
create trigger keep_entry before update or delete on entry for each row execute function keep_entry();
create trigger keep_entries before truncate on entry for each statement execute function keep_all();
create trigger keep_head before update or delete on head for each row execute function keep_all();
create trigger keep_heads before truncate on head for each statement execute function keep_all();
create trigger keep_log before update or delete on log for each row execute function keep_all();
