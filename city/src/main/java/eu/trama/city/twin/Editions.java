package eu.trama.city.twin;

import eu.trama.city.twin.Staging.Staged;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes staged files part of the twin: an edition says "from this day on, my source's things are
/// these". Nothing is overwritten: what it replaces stays readable as of earlier times.
@Service
public class Editions {

  /// The source of the facts that come with the product. It yields to every import.
  public static final String PACK = "pack";

  /// Above so many features a layer is searched in the store, whose plans rest on its statistics.
  private static final long MANY = HeldLayers.MOST;

  /// An edition to be published.
  ///
  /// @param ends ids of lines of a pack that this edition's timetable stands for from now on
  /// @param endsKinds kinds of facilities for which this edition is the list from now on, so that
  ///   those of a pack go
  public record Edition(
      Staged staged,
      Provenance provenance,
      String file,
      long bytes,
      Instant validFrom,
      Map<String, Integer> findings,
      List<String> ends,
      List<String> endsKinds) {

    public Edition(
        Staged staged,
        Provenance provenance,
        String file,
        long bytes,
        Instant validFrom,
        Map<String, Integer> findings,
        List<String> ends) {
      this(staged, provenance, file, bytes, validFrom, findings, ends, List.of());
    }
  }

  /// Told after the commit.
  public record Published(String city, List<Dataset> datasets) {}

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Catalogue catalogue;

  Editions(
      DataSource source,
      PlatformTransactionManager transactions,
      Clock clock,
      ApplicationEventPublisher events,
      Catalogue catalogue) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.events = events;
    this.catalogue = catalogue;
  }

  /// Publishes all editions or, when one fails, none.
  public List<Dataset> publish(String city, List<Edition> editions) {
    List<Long> ids = Objects.requireNonNull(transaction.execute(status -> apply(city, editions)));
    List<Dataset> datasets = ids.stream().map(catalogue::dataset).toList();
    if (datasets.stream().mapToLong(Dataset::features).sum() > MANY) {
      // What was just written is asked for at once, and PostgreSQL itself looks a minute later.
      jdbc.sql("analyze twin.feature").update();
    }
    events.publishEvent(new Published(city, datasets));
    return datasets;
  }

  private List<Long> apply(String city, List<Edition> editions) {
    // One writer per city at a time: the time of learning grows from one commit to the next.
    jdbc.sql("select id from twin.city where id = ? for update").param(city).query().singleRow();
    var ids = new ArrayList<Long>();
    for (Edition edition : editions) {
      refuseGone(edition.staged());
      Instant learned = nextLearned(city);
      long dataset = record(edition, learned);
      replace(edition, dataset, learned);
      jdbc.sql("delete from twin.staging where id = ?").param(edition.staged().id()).update();
      ids.add(dataset);
    }
    return ids;
  }

  /// Without what was staged, an edition would say that its source has nothing.
  private void refuseGone(Staged staged) {
    boolean there =
        jdbc.sql("select id from twin.staging where id = ? for update")
            .param(staged.id())
            .query(Long.class)
            .optional()
            .isPresent();
    if (!there) {
      throw new BadInput(
          Finding.error(
              "staging-gone",
              staged.key().source(),
              0,
              "",
              "",
              "Another import took the file meanwhile; start this one again."));
    }
  }

  private Instant nextLearned(String city) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return catalogue
        .lastLearned(city)
        .map(last -> last.plus(1, ChronoUnit.MICROS))
        .filter(next -> next.isAfter(now))
        .orElse(now);
  }

  private long record(Edition edition, Instant learned) {
    var key = edition.staged().key();
    var from = edition.provenance();
    return jdbc.sql(
            """
            insert into twin.dataset (city, source, title, publisher, licence, url, published, note, file, bytes,
              sha256, importer, importer_version, valid_from, learned_at, features, findings)
            values (:city, :source, :title, :publisher, :licence, :url, :published, :note, :file, :bytes,
              :sha256, :importer, :version, :from, :learned,
              (select count(*) from twin.staged_feature where staging = :staging), :findings::jsonb)
            returning id
            """)
        .param("city", key.city())
        .param("source", key.source())
        .param("title", from.title())
        .param("publisher", from.publisher())
        .param("licence", from.licence())
        .param("url", from.url())
        .param("published", from.published())
        .param("note", from.note())
        .param("file", edition.file())
        .param("bytes", edition.bytes())
        .param("sha256", key.sha256())
        .param("importer", key.importer())
        .param("version", key.importerVersion())
        .param("from", Sql.at(edition.validFrom()))
        .param("learned", Sql.at(learned))
        .param("staging", edition.staged().id())
        .param("findings", Json.write(edition.findings()))
        .query(Long.class)
        .single();
  }

  private void replace(Edition edition, long dataset, Instant learned) {
    var params =
        Map.<String, Object>of(
            "city", edition.staged().key().city(),
            "source", edition.staged().key().source(),
            "staging", edition.staged().id(),
            "dataset", dataset,
            "from", Sql.at(edition.validFrom()),
            "learned", Sql.at(learned),
            "pack", PACK,
            "ends", edition.ends().toArray(String[]::new),
            "kinds", edition.endsKinds().toArray(String[]::new));
    for (String statement : EditionSql.STATEMENTS) {
      jdbc.sql(statement).params(params).update();
    }
  }
}
