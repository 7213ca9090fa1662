-- Whose a scenario is and who asked for a run first, as an id that means nothing here; null for visitors.
alter table scenario add owner text;
alter table run add asked_by text;
create index run_waiting on run (asked_by) where state = 'queued';
