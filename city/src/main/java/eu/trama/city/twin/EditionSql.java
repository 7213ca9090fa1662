package eu.trama.city.twin;

import java.util.List;

/// The statements that turn a staging into features, in order. Parameters: `city`, `source`,
/// `staging`, `dataset`, `from` (valid from), `learned`, `pack` (the name of the source that
/// yields), `ends` (ids of lines), `kinds` (of facilities).
final class EditionSql {

  /// A pack does not bring back what an import stands for.
  private static final String LEAVE_REPLACED =
      """
      delete from twin.staged_feature s using twin.replacement r
      where s.staging = :staging and :source = :pack
        and r.city = :city and r.source = :source and r.layer = s.layer and r.id = s.id
      """;

  private static final String DROP = "drop table if exists pg_temp.going";

  /// Believed features that this edition contradicts: its source's own, those whose id it takes
  /// over, those it ends. What it merely repeats is left as it is.
  private static final String FIND_GOING =
      """
      create temporary table going on commit drop as
      select f.* from twin.feature f
      left join twin.staged_feature s on s.staging = :staging and s.layer = f.layer and s.id = f.id
      where f.city = :city and upper_inf(f.known) and f.valid && tstzrange(:from, null)
        and (f.source = :source or (:source <> :pack and (s.id is not null or f.layer = 'lines' and f.id = any(:ends)
             or f.source = :pack and f.layer = 'facilities' and f.properties ->> 'kind' = any(:kinds))))
        and (s.id is null or s.hash <> f.hash or f.source <> :source
             or not upper_inf(f.valid) or lower(f.valid) > :from)
      """;

  private static final String NOTE_REPLACED =
      """
      insert into twin.replacement (city, layer, id, source, by_source, dataset)
      select city, layer, id, source, :source, :dataset from going where source = :pack and source <> :source
      on conflict (city, layer, id, source) do update set by_source = excluded.by_source, dataset = excluded.dataset
      """;

  private static final String END_BELIEF =
      """
      update twin.feature f set known = tstzrange(lower(f.known), :learned)
      from going g where f.seq = g.seq
      """;

  /// The part of the past that the edition does not speak of is still believed.
  private static final String KEEP_PAST =
      """
      insert into twin.feature (city, layer, id, source, dataset, valid, known, geometry, box, properties, hash)
      select city, layer, id, source, dataset, piece, tstzrange(:learned, null), geometry, box, properties, hash
      from going, unnest(tstzmultirange(valid) - tstzmultirange(tstzrange(:from, null))) as piece
      """;

  /// In strips of a hundredth of a degree, so that neighbours lie together in the store.
  private static final String ADD =
      """
      insert into twin.feature (city, layer, id, source, dataset, valid, known, geometry, box, properties, hash)
      select :city, s.layer, s.id, :source, :dataset, tstzrange(:from, null), tstzrange(:learned, null),
        s.geometry, s.box, s.properties, s.hash
      from twin.staged_feature s
      where s.staging = :staging and not exists (
        select 1 from twin.feature f
        where f.city = :city and f.layer = s.layer and f.id = s.id and upper_inf(f.known)
          and f.valid && tstzrange(:from, null))
      order by s.layer, twin.tier(s.id, s.box), floor((center(s.box))[0] * 100), (center(s.box))[1]
      """;

  static final List<String> STATEMENTS =
      List.of(LEAVE_REPLACED, DROP, FIND_GOING, NOTE_REPLACED, END_BELIEF, KEEP_PAST, ADD);

  private EditionSql() {}
}
