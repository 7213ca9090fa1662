package eu.trama.city.twin;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.Run.State;
import eu.trama.city.web.NotYours;
import eu.trama.city.web.Reason;
import eu.trama.city.web.TryLater;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Runs of models: asked for here, computed by a [RunWorker] of some server, kept for ever. The
/// same request is never computed twice.
@Service
public class Runs {

  /// Together, since a visitor is nobody in particular.
  static final int MOST_WAITING_OF_VISITORS = 40;

  static final int MOST_WAITING_OF_PERSON = 20;

  /// A small run takes seconds.
  private static final Duration UNTIL_SOME_ENDED = Duration.ofSeconds(20);

  /// Told when a run waits to be computed.
  record Queued(String id) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Twin twin;
  private final Models models;
  private final ApplicationEventPublisher events;
  private final CurrentPerson current;

  Runs(
      DataSource source,
      Clock clock,
      Twin twin,
      Models models,
      ApplicationEventPublisher events,
      CurrentPerson current) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.twin = twin;
    this.models = models;
    this.events = events;
    this.current = current;
  }

  /// Asks for a model on the city as it is in a snapshot.
  ///
  /// @throws TryLater when too many wait that whoever asks now, or visitors together, asked for
  public Run baseline(Snapshot snapshot, String model, Map<String, String> parameters) {
    return request(new CityView(twin, snapshot, List.of()), model, parameters, "");
  }

  /// Asks for a model on a scenario. Where its changes come to nothing, this is the baseline's run.
  ///
  /// @throws TryLater as above
  public Run of(Scenario scenario, String model, Map<String, String> parameters) {
    var view = new CityView(twin, scenario.snapshot(), scenario.edits());
    return request(view, model, parameters, scenario.id());
  }

  /// @param id the whole id, or the beginning of it where only one run begins so
  public Optional<Run> find(String id) {
    if (!id.matches("[0-9a-f]{6,64}")) {
      return Optional.empty();
    }
    List<Run> found =
        jdbc.sql("select * from twin.run where id like ? order by id limit 2")
            .param(id + "%")
            .query((row, n) -> read(row))
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// The latest runs of a city.
  public List<Run> recent(String city, int limit) {
    return jdbc.sql("select * from twin.run where city = ? order by requested_at desc limit ?")
        .params(city, limit)
        .query((row, n) -> read(row))
        .list();
  }

  public List<Run> ofScenario(String scenario) {
    return jdbc.sql("select * from twin.run where scenario = ? order by requested_at desc limit 50")
        .param(scenario)
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<Results> results(Run run) {
    return resultBytes(run).map(Results::read);
  }

  public Optional<byte[]> resultBytes(Run run) {
    return jdbc.sql("select result from twin.run where id = ? and result is not null")
        .param(run.id())
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  /// Whether whoever asks now may stop a run: the person who asked for it, planners and operators;
  /// anybody where only visitors asked.
  public boolean mayCancel(Run run) {
    return run.askedBy() == null
        || current.owns(run.askedBy())
        || current.is(Role.PLANNER, Role.OPERATOR);
  }

  /// Asks a run to stop. One that has ended stays as it is.
  ///
  /// @throws NotYours where [#mayCancel] does not hold
  public void cancel(Run run) {
    if (!mayCancel(run)) {
      throw new NotYours("run " + run.shortId());
    }
    jdbc.sql(
            """
            update twin.run set cancel_requested = true,
              state = case state when 'queued' then 'cancelled' else state end,
              finished_at = case state when 'queued' then ?::timestamptz else finished_at end
            where id = ? and state in ('queued', 'running')
            """)
        .params(Sql.at(clock.instant()), run.id())
        .update();
  }

  private Run request(CityView view, String modelId, Map<String, String> chosen, String scenario) {
    Model model = models.require(modelId);
    Parameters parameters = Parameters.of(model.parameters(), chosen);
    AsOf asOf = view.snapshot().asOf();
    String request = Json.write(request(view, model, parameters));
    String id = Digest.hex(request);
    String asker = current.person().map(Person::id).orElse("");
    refuseTooMany(id, asker);
    int queued =
        jdbc.sql(
                """
                insert into twin.run
                  (id, city, valid_at, known_at, scenario, model, request, state, requested_at, asked_by)
                values (?, ?, ?, ?, nullif(?, ''), ?, ?, 'queued', ?, nullif(?, ''))
                on conflict (id) do update set state = 'queued', failure = '', progress = 0, attempts = 0,
                  cancel_requested = false, requested_at = excluded.requested_at, finished_at = null,
                  asked_by = excluded.asked_by
                where twin.run.state in ('failed', 'cancelled')
                """)
            .params(
                id,
                view.city().id(),
                Sql.at(asOf.valid()),
                Sql.at(asOf.known()),
                scenario,
                modelId,
                request,
                Sql.at(clock.instant()),
                asker)
            .update();
    if (queued > 0) {
      events.publishEvent(new Queued(id));
    } else if (!asker.isEmpty()) {
      // A visitor must not stop what a person waits for too.
      jdbc.sql(
              """
              update twin.run set asked_by = ?
              where id = ? and asked_by is null and state in ('queued', 'running')
              """)
          .params(asker, id)
          .update();
    }
    return find(id).orElseThrow();
  }

  /// One person cannot fill the queue for all, nor can visitors together. Commands at the shell
  /// may.
  private void refuseTooMany(String id, String asker) {
    int most = asker.isEmpty() ? MOST_WAITING_OF_VISITORS : MOST_WAITING_OF_PERSON;
    if (current.is() || find(id).filter(run -> !run.state().ended()).isPresent()) {
      return;
    }
    int waiting =
        jdbc.sql(
                "select count(*) from twin.run where state = 'queued' and coalesce(asked_by, '') = ?")
            .param(asker)
            .query(Integer.class)
            .single();
    if (waiting >= most) {
      throw new TryLater(Reason.QUEUE, UNTIL_SOME_ENDED);
    }
  }

  private Map<String, Object> request(CityView view, Model model, Parameters parameters) {
    var request = new LinkedHashMap<String, Object>();
    request.put("model", model.id());
    request.put("version", model.version());
    request.put("code", models.codeHash(model));
    request.put("city", view.city().id());
    request.put("data", twin.fingerprint(view.snapshot(), model.reads()));
    request.put("changes", changes(view, model.reads()));
    request.put("parameters", parameters.values().values());
    return request;
  }

  /// The scenario's effect as edits in a fixed order, so that another path to the same effect is
  /// the same run.
  private List<Map<String, Object>> changes(CityView view, List<String> layers) {
    var changes = new ArrayList<Map<String, Object>>();
    for (String layer : layers.stream().sorted().toList()) {
      view.changes(layer)
          .forEach((id, after) -> changes.add(EditJson.write(asEdit(view, layer, id, after))));
    }
    return changes;
  }

  private Edit asEdit(CityView view, String layer, String id, Optional<Feature> after) {
    if (after.isEmpty()) {
      return new Edit.Remove(layer, id);
    }
    Feature feature = after.get();
    return twin.feature(view.snapshot(), layer, id).isPresent()
        ? new Edit.Change(layer, id, feature.geometry(), feature.properties())
        : new Edit.Add(feature);
  }

  static Run read(ResultSet row) throws SQLException {
    var started = Sql.instantOrNull(row, "started_at");
    var finished = Sql.instantOrNull(row, "finished_at");
    double cpu = row.getDouble("cpu_seconds");
    RunCost cost =
        row.wasNull() || started == null || finished == null
            ? null
            : new RunCost(
                cpu,
                row.getLong("peak_bytes"),
                Duration.between(started, finished).toNanos() / 1e9);
    return new Run(
        row.getString("id"),
        new Snapshot(
            row.getString("city"),
            new AsOf(Sql.instant(row, "valid_at"), Sql.instant(row, "known_at"))),
        row.getString("scenario"),
        row.getString("model"),
        row.getString("request"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getDouble("progress"),
        row.getString("stage"),
        row.getString("failure"),
        Sql.instant(row, "requested_at"),
        finished,
        row.getString("result_sha256"),
        cost,
        row.getString("asked_by"));
  }
}
