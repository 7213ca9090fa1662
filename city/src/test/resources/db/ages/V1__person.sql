-- A module as its first release had it.
create table person (
  id bigint generated always as identity primary key,
  name text not null,
  parent bigint references person
);
