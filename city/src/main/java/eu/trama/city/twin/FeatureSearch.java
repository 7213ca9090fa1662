package eu.trama.city.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
/// many of the low ones are looked at. Small layers are searched in memory, with the same answers.
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

  /// A page of what was found.
  ///
  /// @param next where the next page starts; empty on the last
  public record Page(List<StoredFeature> features, Optional<String> next) {}

  private final JdbcClient jdbc;
  private final HeldLayers held;
  private final long mostSorted;

  @Autowired
  FeatureSearch(DataSource source, Twin twin) {
    this(source, twin, HeldLayers.MOST, MOST_SORTED);
  }

  /// @param mostHeld features of a layer; larger ones are searched in the store
  /// @param mostSorted rows of a tier; more are read in the order of ids
  FeatureSearch(DataSource source, Twin twin, int mostHeld, long mostSorted) {
    this.jdbc = JdbcClient.create(source);
    this.held = new HeldLayers(jdbc, twin::settled, mostHeld);
    this.mostSorted = mostSorted;
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
    List<StoredFeature> rows =
        held.of(query).map(layer -> layer.inOrder(start, limit + 1)).orElseGet(() -> read(sql));
    return cut(rows, limit, StoredFeature::id);
  }

  private Page byPlace(LayerQuery query, Area area, String start, int limit) {
    var cursor = Cursor.parse(start);
    Optional<HeldLayer> layer = held.of(query);
    if (layer.isPresent()) {
      List<StoredFeature> found = layer.get().byPlace(area, cursor.tier(), cursor.id(), limit + 1);
      return cut(found, limit, FeatureSearch::cursor);
    }
    return byPlace(query, area, cursor, limit);
  }

  private Page byPlace(LayerQuery query, Area area, Cursor start, int limit) {
    var found = new ArrayList<StoredFeature>();
    var cursor = start;
    if (cursor.equals(Cursor.FIRST)) {
      List<StoredFeature> rows = first(query, area, limit + 1);
      meeting(area, rows, found);
      if (rows.size() <= limit) {
        return new Page(found, Optional.empty());
      }
      cursor = new Cursor(rows.getLast().tier(), rows.getLast().id());
    }
    for (int tier = cursor.tier(); tier >= 0 && found.size() <= limit; tier--) {
      String after = tier == cursor.tier() ? cursor.id() : "";
      boolean sorted = few(query, area, tier);
      int wanted = limit + 1 - found.size();
      List<StoredFeature> rows = tier(query, area, tier, after, wanted, sorted);
      meeting(area, rows, found);
      while (rows.size() == wanted && found.size() <= limit) {
        wanted = limit + 1 - found.size();
        rows = tier(query, area, tier, rows.getLast().id(), wanted, sorted);
        meeting(area, rows, found);
      }
    }
    return cut(found, limit, FeatureSearch::cursor);
  }

  private static String cursor(StoredFeature last) {
    return new Cursor(last.tier(), last.id()).text();
  }

  private static void meeting(Area area, List<StoredFeature> rows, List<StoredFeature> into) {
    rows.stream().filter(row -> area.meets(row.geometry())).forEach(into::add);
  }

  /// The first of all tiers, from the highest down, in one statement.
  private List<StoredFeature> first(LayerQuery query, Area area, int most) {
    return read(
        SearchSql.inTurn("*", everyTier(tier -> sorted(query, area, tier, "", most)), most));
  }

  private static List<SearchSql> everyTier(IntFunction<SearchSql> of) {
    return IntStream.rangeClosed(0, TOP).mapToObj(i -> of.apply(TOP - i)).toList();
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
    if (sorted) {
      return read(sorted(query, area, tier, after, wanted));
    }
    return read(
        SearchSql.select(StoredFeature.COLUMNS, query)
            .add(" and f.tier = ?", tier)
            .boxes(area.boxes())
            .add(" and f.id collate \"C\" > ? order by f.id collate \"C\" limit ?", after, wanted));
  }

  /// A tier found by place; the id is joined with nothing, so that its order is no way to find
  /// them.
  private static SearchSql sorted(LayerQuery query, Area area, int tier, String after, int most) {
    return SearchSql.select(StoredFeature.COLUMNS, query)
        .places(query, tier, area.boxes())
        .add(
            " and f.id collate \"C\" > ? order by (f.id || '') collate \"C\" limit ?", after, most);
  }

  /// How many features are found, as long as they are at most `most`.
  public OptionalLong count(LayerQuery query, long most) {
    Area area = query.area();
    Optional<HeldLayer> layer = held.of(query);
    if (layer.isPresent()) {
      long count = area == null ? layer.get().size() : layer.get().count(area);
      return count > most ? OptionalLong.empty() : OptionalLong.of(count);
    }
    if (area == null) {
      long count = count(SearchSql.select("1", query), most);
      return count > most ? OptionalLong.empty() : OptionalLong.of(count);
    }
    long sure = area.decidedByBoxes() ? inside(query, area, most) : 0;
    if (sure > most) {
      return OptionalLong.empty();
    }
    int room = (int) (most - sure) + 1;
    List<StoredFeature> rows =
        read(SearchSql.inTurn("*", everyTier(tier -> across(query, area, tier, room)), room));
    if (rows.size() == room) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(sure + rows.stream().filter(row -> area.meets(row.geometry())).count());
  }

  private long inside(LayerQuery query, Area area, long most) {
    var inside =
        SearchSql.inTurn(
            "1",
            everyTier(tier ->
                SearchSql.select("1", query)
                    .places(query, tier, area.boxes())
                    .inside(area)
                    .add(" limit ?", most + 1)),
            most + 1);
    return jdbc.sql("select count(*) from (" + inside.text() + ") inside")
        .params(inside.params())
        .query(Long.class)
        .single();
  }

  /// Those of a tier that boxes alone do not decide.
  private static SearchSql across(LayerQuery query, Area area, int tier, int most) {
    var sql = SearchSql.select(StoredFeature.COLUMNS, query).places(query, tier, area.boxes());
    if (area.decidedByBoxes()) {
      sql.add(" and not (true").inside(area).add(")");
    }
    return sql.add(" limit ?", most);
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
    List<StoredFeature> rows =
        held.of(query)
            .map(layer -> layer.boxed(box, most + 1))
            .orElseGet(() -> boxed(query, box, most + 1));
    if (rows.size() <= most) {
      return rows;
    }
    int cut = rows.getLast().tier();
    List<StoredFeature> whole = rows.stream().filter(row -> row.tier() > cut).toList();
    return whole.isEmpty() ? rows.subList(0, most) : whole;
  }

  private List<StoredFeature> boxed(LayerQuery query, Envelope box, int most) {
    return read(
        SearchSql.inTurn(
            "*",
            everyTier(tier ->
                SearchSql.select(StoredFeature.COLUMNS, query)
                    .places(query, tier, List.of(box))
                    .add(" limit ?", most)),
            most));
  }

  private List<StoredFeature> read(SearchSql sql) {
    return jdbc.sql(sql.text())
        .params(sql.params())
        .query((row, n) -> StoredFeature.read(row))
        .list();
  }

  /// Where a page by place starts: after that id of that tier.
  private record Cursor(int tier, String id) {

    static final Cursor FIRST = new Cursor(TOP, "");

    static Cursor parse(String text) {
      if (text.isEmpty()) {
        return FIRST;
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
