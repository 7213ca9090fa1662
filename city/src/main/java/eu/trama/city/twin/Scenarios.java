package eu.trama.city.twin;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Person;
import eu.trama.city.web.NotYours;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Scenarios: named branches on a snapshot of a city, edited step by step, with undo and redo.
@Service
public class Scenarios {

  /// More steps than a person makes; a bound on what one scenario can ask of a model.
  public static final int MOST_EDITS = 500;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_EDIT = 262_144;
  private static final int ID_BYTES = 16;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Twin twin;
  private final EditChecks checks;
  private final CurrentPerson current;
  private final SecureRandom random = new SecureRandom();

  Scenarios(
      DataSource source,
      PlatformTransactionManager transactions,
      Clock clock,
      Twin twin,
      EditChecks checks,
      CurrentPerson current) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
    this.twin = twin;
    this.checks = checks;
    this.current = current;
  }

  /// Starts a scenario on a snapshot. It belongs to whoever is signed in.
  ///
  /// @throws BadInput when the name is missing or an edit does not fit
  public Scenario create(Snapshot base, String name, String description, List<Edit> edits) {
    return within(() -> create(base, name, description, edits, ""));
  }

  /// Makes a scenario of what a file or a ready-made one says, on the snapshot that it names if
  /// this twin knew the city then, else on the city of today.
  ///
  /// @param language in which to take its name
  /// @throws BadInput when an edit does not fit the city
  public Scenario adopt(ScenarioJson.Content content, String language) {
    AsOf base = content.base();
    Snapshot named = base == null ? null : new Snapshot(content.city(), base);
    Snapshot snapshot =
        named == null || twin.layers(named).isEmpty() ? twin.today(content.city()) : named;
    return create(
        snapshot,
        content.name(language),
        content.description(language),
        content.edits(layer -> twin.features(snapshot, layer)));
  }

  /// A copy to go on from, on the same snapshot. It belongs to whoever makes it.
  public Scenario branch(Scenario parent, String name) {
    return within(
        () -> create(parent.snapshot(), name, parent.description(), parent.edits(), parent.id()));
  }

  public Optional<Scenario> find(String id) {
    return jdbc.sql("select * from twin.scenario where id = ?")
        .param(id)
        .query((row, n) ->
            new Scenario(
                id,
                row.getString("city"),
                row.getString("name"),
                row.getString("description"),
                new AsOf(Sql.instant(row, "valid_at"), Sql.instant(row, "known_at")),
                row.getString("parent"),
                Sql.instant(row, "created_at"),
                edits(id),
                undone(id),
                row.getString("owner")))
        .optional();
  }

  public CityView view(Scenario scenario) {
    return new CityView(twin, scenario.snapshot(), scenario.edits());
  }

  /// Whether whoever asks now may edit it: anybody where it is nobody's, else its owner.
  public boolean mayEdit(Scenario scenario) {
    return scenario.owner() == null || current.owns(scenario.owner());
  }

  /// Adds a step. Steps that had been undone cannot be made again afterwards.
  ///
  /// @throws BadInput when the step does not fit; the scenario stays as it is
  /// @throws NotYours when the scenario belongs to another person, as with every change below
  public Scenario edit(String id, Edit edit) {
    return changing(
        id,
        scenario -> {
          var edits = new ArrayList<>(scenario.edits());
          edits.add(edit);
          refuseUnfit(scenario.snapshot(), edits);
          jdbc.sql("update twin.scenario_edit set discarded = true where scenario = ? and undone")
              .param(id)
              .update();
          append(id, List.of(edit));
        });
  }

  /// Takes back the last step in force; does nothing where there is none.
  public Scenario undo(String id) {
    return changing(
        id,
        scenario ->
            jdbc.sql(
                    """
                    update twin.scenario_edit set undone = true where scenario = ? and seq =
                      (select max(seq) from twin.scenario_edit where scenario = ? and not undone)
                    """)
                .params(id, id)
                .update());
  }

  /// Makes the last undone step again; does nothing where there is none.
  public Scenario redo(String id) {
    return changing(
        id,
        scenario ->
            jdbc.sql(
                    """
                    update twin.scenario_edit set undone = false where scenario = ? and seq =
                      (select min(seq) from twin.scenario_edit where scenario = ? and undone and not discarded)
                    """)
                .params(id, id)
                .update());
  }

  public Scenario rename(String id, String name, String description) {
    refuseLong(name, description);
    return changing(
        id,
        scenario ->
            jdbc.sql("update twin.scenario set name = ?, description = ? where id = ?")
                .params(name.strip(), description.strip(), id)
                .update());
  }

  private Scenario create(
      Snapshot base, String name, String description, List<Edit> edits, String parent) {
    refuseLong(name, description);
    refuseUnfit(base, edits);
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            insert into twin.scenario
              (id, city, name, description, valid_at, known_at, parent, created_at, owner)
            values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''))
            """)
        .params(
            id,
            base.city(),
            name.strip(),
            description.strip(),
            Sql.at(base.asOf().valid()),
            Sql.at(base.asOf().known()),
            parent,
            Sql.at(clock.instant()),
            current.person().map(Person::id).orElse(""))
        .update();
    append(id, edits);
    return find(id).orElseThrow();
  }

  private void append(String id, List<Edit> edits) {
    for (Edit edit : edits) {
      jdbc.sql(
              """
              insert into twin.scenario_edit (scenario, seq, edit, made_at)
              select ?, coalesce(max(seq), 0) + 1, ?::jsonb, ? from twin.scenario_edit where scenario = ?
              """)
          .params(id, Json.write(EditJson.write(edit)), Sql.at(clock.instant()), id)
          .update();
    }
  }

  private List<Edit> edits(String id) {
    return jdbc.sql(
            "select seq, edit from twin.scenario_edit where scenario = ? and not undone order by seq")
        .param(id)
        .query((row, n) ->
            EditJson.read(Json.read(row.getString("edit")), "step " + row.getInt("seq")))
        .list();
  }

  private int undone(String id) {
    return jdbc.sql(
            "select count(*) from twin.scenario_edit where scenario = ? and undone and not discarded")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private void refuseUnfit(Snapshot base, List<Edit> edits) {
    if (edits.size() > MOST_EDITS) {
      throw new BadInput(
          Finding.error(
              "edits-many",
              "scenario",
              0,
              "edits",
              String.valueOf(edits.size()),
              "A scenario has at most " + MOST_EDITS + " steps; branch or undo some."));
    }
    for (Edit edit : edits) {
      int length = Json.write(EditJson.write(edit)).length();
      if (length > LONGEST_EDIT) {
        throw new BadInput(
            Finding.error(
                "edit-large",
                "scenario",
                0,
                edit.id(),
                length + " characters",
                "A step has at most " + LONGEST_EDIT + " characters; simplify its geometry."));
      }
    }
    checks.refuseUnfit(base, edits);
  }

  private static void refuseLong(String name, String description) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new BadInput(
          Finding.error(
              "name-length",
              "scenario",
              0,
              "name",
              name,
              "Give a name of 1 to " + LONGEST_NAME + " characters."));
    }
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new BadInput(
          Finding.error(
              "description-length",
              "scenario",
              0,
              "description",
              description,
              "Shorten it to " + LONGEST_DESCRIPTION + " characters."));
    }
  }

  private Scenario changing(String id, java.util.function.Consumer<Scenario> change) {
    return within(() -> {
      // The row lock makes two people's steps follow one another.
      jdbc.sql("update twin.scenario set version = version + 1 where id = ?").param(id).update();
      Scenario scenario =
          find(id)
              .orElseThrow(() ->
                  new BadInput(
                      Finding.error(
                          "scenario-unknown", "scenario", 0, "id", id, "Check the link.")));
      if (!mayEdit(scenario)) {
        throw new NotYours("scenario " + id);
      }
      change.accept(scenario);
      return find(id).orElseThrow();
    });
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
