-- How features are found by place, and thinned where a map has no room for all of them.

-- From 6 (1 in 4,096, or wider than a third of a degree) down to 0 (three in four of the small ones): each tier holds
-- some four times as many features as the one above it, and a feature keeps its tier as long as it keeps id and size.
create function twin.tier(id text, box box) returns smallint
  language sql immutable parallel safe
  return greatest(
    6 - width_bucket(
      ('x' || left(md5(id), 8))::bit(32)::bigint::double precision,
      array[1048576, 4194304, 16777216, 67108864, 268435456, 1073741824]::double precision[]),
    coalesce(
      width_bucket(greatest(width(box), height(box)), array[0.01, 0.02, 0.04, 0.08, 0.16, 0.32]::double precision[]),
      0))::smallint;

-- A box moved to where its layer and tier have the plane for themselves, so that one index of boxes finds the features
-- of a tier of a layer within a box, whatever else the store holds. Two layers that fall on the same spot cost time
-- only: every query names its layer, too. A degree is kept to some seven digits behind the point there.
create function twin.place(city text, layer text, tier smallint, box box) returns box
  language sql immutable parallel safe strict
  return box + point(
    1000 * ('x' || left(md5(city || '/' || layer), 5))::bit(20)::int::double precision,
    400 * tier::double precision);

-- True, and told to be unfit for several processes: a query that says it keeps the order in which it names its parts,
-- such as tier after tier, and stops when it has enough.
create function twin.in_turn() returns boolean
  language sql immutable parallel unsafe
  return true;

alter table twin.feature
  add column tier smallint not null generated always as (twin.tier(id, box)) stored,
  add column place box generated always as (twin.place(city, layer, twin.tier(id, box), box)) stored;

create index feature_place on twin.feature using gist (place);
create index feature_by_tier on twin.feature (city, layer, tier, id collate "C");
create index feature_in_order on twin.feature (city, layer, id collate "C");
drop index twin.feature_box;
