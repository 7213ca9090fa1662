-- Questionnaires of the city itself, beside those of the product. None is ever changed: a newer number of the same name
-- takes its place, and studies stay with the definition with which they began.
create table city_questionnaire (
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,59}$'),
  number int not null check (number > 0),
  stands_for text not null,
  hash text not null unique references questionnaire,
  by_person text not null,
  at timestamptz not null,
  salt bytea not null,
  receipt uuid not null,
  primary key (name, number)
);
create trigger city_questionnaire_kept before update or delete on city_questionnaire for each row execute function kept();

-- What stands for a kind of study that gates ask for is in force once a second person has looked at it.
create table city_questionnaire_adoption (
  name text not null,
  number int not null,
  by_person text not null,
  at timestamptz not null,
  salt bytea not null,
  receipt uuid not null,
  primary key (name, number),
  foreign key (name, number) references city_questionnaire
);
create trigger city_questionnaire_adoption_kept before update or delete on city_questionnaire_adoption
  for each row execute function kept();

create function adopted_by_another() returns trigger language plpgsql as $$
begin
  if exists (select from algorithms.city_questionnaire q
             where q.name = new.name and q.number = new.number and q.by_person = new.by_person) then
    raise exception 'who brings a questionnaire does not put it into force';
  end if;
  return new;
end
$$;
create trigger city_questionnaire_by_another before insert on city_questionnaire_adoption
  for each row execute function adopted_by_another();
