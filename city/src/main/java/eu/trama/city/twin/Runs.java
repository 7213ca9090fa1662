package eu.trama.city.twin;

import eu.trama.city.twin.Run.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

  /// Told when a run waits to be computed.
  record Queued(String id) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Twin twin;
  private final Models models;
  private final ApplicationEventPublisher events;

  Runs(DataSource source, Clock clock, Twin twin, Models models, ApplicationEventPublisher events) {
    this.jdbc = JdbcClient.create(source);
    this.clock = clock;
    this.twin = twin;
    this.models = models;
    this.events = events;
  }

  /// Asks for a model on the city as it is in a snapshot.
  public Run baseline(Snapshot snapshot, String model, Map<String, String> parameters) {
    return request(new CityView(twin, snapshot, List.of()), model, parameters, "");
  }

  /// Asks for a model on a scenario. Where its changes come to nothing, this is the baseline's run.
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

  /// Asks a run to stop. One that has ended stays as it is.
  public void cancel(Run run) {
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
    int queued =
        jdbc.sql(
                """
                insert into twin.run (id, city, valid_at, known_at, scenario, model, request, state, requested_at)
                values (?, ?, ?, ?, nullif(?, ''), ?, ?, 'queued', ?)
                on conflict (id) do update set state = 'queued', failure = '', progress = 0, attempts = 0,
                  cancel_requested = false, requested_at = excluded.requested_at, finished_at = null
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
                Sql.at(clock.instant()))
            .update();
    if (queued > 0) {
      events.publishEvent(new Queued(id));
    }
    return find(id).orElseThrow();
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
                java.time.Duration.between(started, finished).toNanos() / 1e9);
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
        cost);
  }
}
