-- Screenings and impact studies. Both name systems of the register.

-- A way through the questions of a law, attached to a system. The last one counts; none is ever changed.
create table screening (
  id bigint generated always as identity primary key,
  system text not null references system,
  tree text not null,
  tree_version text not null,
  tree_hash text not null,
  answers text[] not null,
  conclusion text not null,
  risk text not null,
  by_person text not null,
  at timestamptz not null,
  hash text not null
);
create index screening_latest on screening (system, id desc);
create trigger screening_kept before update or delete on screening for each row execute function kept();

-- Definitions as they were when studies began with them: what was asked stays readable for good.
create table questionnaire (
  hash text primary key,
  name text not null,
  version text not null,
  definition text not null,
  kept_at timestamptz not null
);
create trigger questionnaire_kept before update or delete on questionnaire for each row execute function kept();

create table study (
  id text primary key,
  system text not null references system,
  questionnaire text not null references questionnaire,
  name text not null,
  version int not null,
  author text not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  page int not null,
  answers jsonb not null,
  submitted_at timestamptz,
  conclusion text,
  passed boolean,
  hash text,
  unique (system, name, version),
  check ((submitted_at is null) = (hash is null))
);

-- A draft changes; what was submitted never does.
create function submitted_is_kept() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null then
    raise exception 'a submitted study is never changed';
  end if;
  return new;
end
$$;
create trigger study_kept before update on study for each row execute function submitted_is_kept();
create trigger study_never_deleted before delete on study for each row execute function kept();
