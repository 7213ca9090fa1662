-- Expands: the release before goes on writing rows without the new column.
alter table person add column shouted text generated always as (upper(name)) stored;
create table note (person bigint not null references person, text text not null);
insert into note select id, 'was here before' from person;
