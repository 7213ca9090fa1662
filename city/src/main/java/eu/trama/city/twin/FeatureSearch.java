package eu.trama.city.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Finds features of a layer, page by page, by place, time and properties, in time that grows with
/// the answer rather than with the layer.
///
/// Without an area a page is in the order of ids. With one it goes tier by tier (`V2__places.sql`),
/// and by id within a tier: a wide area is filled by the few features of the high tiers before the
/// many of the low ones are looked at.
@Service
public class FeatureSearch {

  /// The highest tier.
  static final int TOP = 6;

  /// Each tier holds some four times the features of the one above it.
  private static final int TIER_RATIO = 4;

  /// How far above a tier its number within an area is estimated: one in 64.
  private static final int ESTIMATE_ABOVE = 3;

  /// More rows than this are read in the order of ids rather than found by place and sorted.
  private static final long MOST_SORTED = 20_000;

  /// Snapshots, and facts of layers, kept in memory; each is a handful of numbers.
  private static final int KEPT = 10_000;

  /// A page of what was found.
  ///
  /// @param next where the next page starts; empty on the last
  public record Page(List<StoredFeature> features, Optional<String> next) {}

  private final JdbcClient jdbc;
  private final long mostSorted;
  private final Map<Snapshot, List<Instant>> changes = new ConcurrentHashMap<>();
  private final Map<FactsKey, LayerFacts> facts = new ConcurrentHashMap<>();

  private record FactsKey(Snapshot snapshot, String layer) {}

  @Autowired
  FeatureSearch(DataSource source) {
    this(source, MOST_SORTED);
  }

  /// @param mostSorted rows of a tier; more are read in the order of ids
  FeatureSearch(DataSource source, long mostSorted) {
    this.jdbc = JdbcClient.create(source);
    this.mostSorted = mostSorted;
  }

  /// The snapshot that shows the same and names the time of the last change before it: equal for as
  /// long as nothing changes. A feature begins and ends only on days that a dataset is valid from.
  public Snapshot settled(Snapshot snapshot) {
    AsOf asOf = snapshot.asOf();
    var anyTime = new Snapshot(snapshot.city(), new AsOf(Instant.EPOCH, asOf.known()));
    return kept(changes, anyTime, this::changes).stream()
        .filter(change -> !change.isAfter(asOf.valid()))
        .reduce((earlier, later) -> later)
        .map(last -> new Snapshot(snapshot.city(), new AsOf(last, asOf.known())))
        .orElse(snapshot);
  }

  private List<Instant> changes(Snapshot known) {
    return jdbc.sql(
            """
            select distinct valid_from from twin.dataset where city = ? and learned_at <= ?
            order by valid_from
            """)
        .params(known.city(), Sql.at(known.asOf().known()))
        .query((row, n) -> Sql.instant(row, "valid_from"))
        .list();
  }

  /// What a layer holds, in short. Counted once for a settled snapshot.
  public LayerFacts facts(Snapshot snapshot, String layer) {
    return kept(facts, new FactsKey(settled(snapshot), layer), this::facts);
  }

  private LayerFacts facts(FactsKey of) {
    return jdbc.sql(
            """
            select count(*) filter (where valid @> ?::timestamptz) as features,
              min((box[1])[0]) as west, min((box[1])[1]) as south,
              max((box[0])[0]) as east, max((box[0])[1]) as north,
              min(lower(valid)) as valid_from, max(upper(valid)) as valid_to,
              bool_or(upper_inf(valid)) as endless
            from twin.feature where city = ? and layer = ? and known @> ?::timestamptz
            """)
        .params(
            Sql.at(of.snapshot().asOf().valid()),
            of.snapshot().city(),
            of.layer(),
            Sql.at(of.snapshot().asOf().known()))
        .query((row, n) -> {
          Double west = (Double) row.getObject("west");
          Optional<Envelope> box =
              west == null
                  ? Optional.empty()
                  : Optional.of(
                      new Envelope(
                          west,
                          row.getDouble("east"),
                          row.getDouble("south"),
                          row.getDouble("north")));
          return new LayerFacts(
              row.getLong("features"),
              box,
              Optional.ofNullable(Sql.instantOrNull(row, "valid_from")),
              row.getBoolean("endless")
                  ? Optional.empty()
                  : Optional.ofNullable(Sql.instantOrNull(row, "valid_to")));
        })
        .single();
  }

  private static <K, V> V kept(Map<K, V> in, K key, Function<K, V> read) {
    if (in.size() > KEPT) {
      in.clear();
    }
    return in.computeIfAbsent(key, read);
  }

  /// One feature, in its latest version within the query's time.
  public Optional<StoredFeature> one(LayerQuery query, String id) {
    var sql = SearchSql.select(StoredFeature.COLUMNS, query).add(" and f.id = ?", id);
    return read(sql).stream().findFirst();
  }

  /// A page.
  ///
  /// @param start what the page before said comes next; empty for the first
  /// @throws BadInput when `start` is none
  public Page page(LayerQuery query, String start, int limit) {
    Area area = query.area();
    return area == null ? inOrder(query, start, limit) : byPlace(query, area, start, limit);
  }

  private Page inOrder(LayerQuery query, String start, int limit) {
    var sql =
        SearchSql.select(StoredFeature.COLUMNS, query)
            .add(" and f.id collate \"C\" > ?", start)
            .add(" order by f.id collate \"C\" limit ?", limit + 1);
    return cut(read(sql), limit, StoredFeature::id);
  }

  private Page byPlace(LayerQuery query, Area area, String start, int limit) {
    var cursor = Cursor.parse(start);
    var found = new ArrayList<StoredFeature>();
    for (int tier = cursor.tier(); tier >= 0; tier--) {
      boolean sorted = few(query, area, tier);
      String after = tier == cursor.tier() ? cursor.id() : "";
      int wanted = limit + 1 - found.size();
      while (found.size() <= limit) {
        List<StoredFeature> rows = tier(query, area, tier, after, wanted, sorted);
        rows.stream().filter(row -> area.meets(row.geometry())).forEach(found::add);
        if (rows.size() < wanted) {
          break;
        }
        after = rows.getLast().id();
      }
      if (found.size() > limit) {
        break;
      }
    }
    return cut(found, limit, last -> new Cursor(last.tier(), last.id()).text());
  }

  private static Page cut(
      List<StoredFeature> found, int limit, Function<StoredFeature, String> next) {
    if (found.size() <= limit) {
      return new Page(found, Optional.empty());
    }
    List<StoredFeature> page = found.subList(0, limit);
    return new Page(page, Optional.of(next.apply(page.getLast())));
  }

  /// Whether a tier has so few features in an area that they are best found by place.
  private boolean few(LayerQuery query, Area area, int tier) {
    if (tier > TOP - ESTIMATE_ABOVE) {
      return true;
    }
    long share = Math.round(Math.pow(TIER_RATIO, ESTIMATE_ABOVE));
    long enough = mostSorted / share;
    var sql = SearchSql.select("1", query).places(query, tier + ESTIMATE_ABOVE, area.boxes());
    return count(sql, enough) <= enough;
  }

  private List<StoredFeature> tier(
      LayerQuery query, Area area, int tier, String after, int wanted, boolean sorted) {
    var sql = SearchSql.select(StoredFeature.COLUMNS, query).add(" and f.tier = ?", tier);
    if (sorted) {
      // Joined with nothing, so that the order of ids is no way to find them.
      sql.places(query, tier, area.boxes())
          .add(
              " and f.id collate \"C\" > ? order by (f.id || '') collate \"C\" limit ?",
              after,
              wanted);
    } else {
      sql.boxes(area.boxes())
          .add(" and f.id collate \"C\" > ? order by f.id collate \"C\" limit ?", after, wanted);
    }
    return read(sql);
  }

  /// How many features are found, as long as they are at most `most`.
  public OptionalLong count(LayerQuery query, long most) {
    Area area = query.area();
    if (area == null) {
      long count = count(SearchSql.select("1", query), most);
      return count > most ? OptionalLong.empty() : OptionalLong.of(count);
    }
    long all = 0;
    for (int tier = TOP; tier >= 0; tier--) {
      if (all > most) {
        return OptionalLong.empty();
      }
      all += count(query, area, tier, most - all);
    }
    return all > most ? OptionalLong.empty() : OptionalLong.of(all);
  }

  private long count(LayerQuery query, Area area, int tier, long most) {
    String inside =
        area.boxes().stream()
            .map(box -> "f.box <@ ?::box")
            .reduce((a, b) -> a + " or " + b)
            .orElse("false");
    Object[] boxes = area.boxes().stream().map(SearchSql::text).toArray();
    if (!area.decidedByBoxes()) {
      inside = "false";
      boxes = new Object[0];
    }
    long sure =
        count(
            SearchSql.select("1", query)
                .places(query, tier, area.boxes())
                .add(" and (" + inside + ")", boxes),
            most);
    if (sure > most) {
      return sure;
    }
    var unsure =
        SearchSql.select(StoredFeature.COLUMNS, query)
            .places(query, tier, area.boxes())
            .add(" and not (" + inside + ")", boxes)
            .add(" limit ?", most - sure + 1);
    List<StoredFeature> rows = read(unsure);
    if (rows.size() > most - sure) {
      return most + 1;
    }
    return sure + rows.stream().filter(row -> area.meets(row.geometry())).count();
  }

  private long count(SearchSql rows, long most) {
    rows.add(" limit ?", most + 1);
    return jdbc.sql("select count(*) from (" + rows.text() + ") found")
        .params(rows.params())
        .query(Long.class)
        .single();
  }

  /// The features whose box meets that one, thinned where there are more than `most`: whole tiers
  /// are left out, the lowest first, so that neighbouring maps and scales show the same ones.
  public List<StoredFeature> thinned(LayerQuery query, Envelope box, int most) {
    var found = new ArrayList<StoredFeature>();
    long expected = 0;
    for (int tier = TOP; tier >= 0; tier--) {
      int room = most - found.size();
      if (expected > 2L * room) {
        break;
      }
      var sql =
          SearchSql.select(StoredFeature.COLUMNS, query)
              .places(query, tier, List.of(box))
              .add(" limit ?", room + 1);
      List<StoredFeature> rows = read(sql);
      if (rows.size() > room) {
        if (found.isEmpty()) {
          found.addAll(rows.subList(0, room));
        }
        break;
      }
      found.addAll(rows);
      expected = (long) TIER_RATIO * rows.size();
    }
    return found;
  }

  private List<StoredFeature> read(SearchSql sql) {
    return jdbc.sql(sql.text())
        .params(sql.params())
        .query((row, n) -> StoredFeature.read(row))
        .list();
  }

  /// Where a page by place starts: after that id of that tier.
  private record Cursor(int tier, String id) {

    static Cursor parse(String text) {
      if (text.isEmpty()) {
        return new Cursor(TOP, "");
      }
      int tier = text.charAt(0) - '0';
      if (text.length() < 2 || text.charAt(1) != '~' || tier < 0 || tier > TOP) {
        throw new BadInput(
            Finding.error(
                "start", "request", 0, "start", text, "Take the link to the next page as it is."));
      }
      return new Cursor(tier, text.substring(2));
    }

    String text() {
      return tier + "~" + id;
    }
  }
}
