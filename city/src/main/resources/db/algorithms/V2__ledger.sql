-- Each event is committed to in the city's ledger, in the transaction in which it is kept. The salt stays here, so that the
-- ledger tells nothing of the event by itself.
alter table event add column salt bytea;
alter table event add column receipt uuid;
