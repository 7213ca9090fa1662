-- Each time that somebody of the city opened a case: who reads about people is noted, too. Only added to.
create table case_opening (
  id bigint generated always as identity primary key,
  decision uuid not null references decision,
  by_person text not null,
  at timestamptz not null,
  salt bytea not null,
  ledger uuid not null
);
create index case_opening_decision on case_opening (decision, at);
create trigger case_opening_kept before update or delete on case_opening for each row execute function kept();
