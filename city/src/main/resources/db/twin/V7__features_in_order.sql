-- A layer is read page by page in the order of its ids, by bytes, whatever its size.
create index feature_in_order on feature (city, layer, id collate "C");
