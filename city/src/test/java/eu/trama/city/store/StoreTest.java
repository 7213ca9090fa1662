package eu.trama.city.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoreTest {

  private static final ModuleSchema SAMPLE = new ModuleSchema("sample");

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.with(SAMPLE);

  @Test
  void aModuleFindsItsTablesInItsOwnSchema() {
    var sql = JdbcClient.create(DATABASE.dataSource());
    sql.sql("INSERT INTO sample.tree (species) VALUES ('Platanus × hispanica')").update();

    assertThat(sql.sql("SELECT species FROM sample.tree").query(String.class).single())
        .isEqualTo("Platanus × hispanica");
    assertThat(
            sql.sql("SELECT script FROM sample.schema_history WHERE version IS NOT NULL")
                .query(String.class)
                .list())
        .containsExactly("V1__tree.sql");
  }

  /// Not by a start-up option, which poolers before the database refuse.
  @Test
  void eachQuestionIsPlannedForItsOwnValues() {
    var planning =
        JdbcClient.create(DATABASE.dataSource())
            .sql(
                "SELECT setting || ' by ' || source FROM pg_settings WHERE name = 'plan_cache_mode'");
    assertThat(planning.query(String.class).single()).isEqualTo("force_custom_plan by session");
  }

  @Test
  void migratingAgainChangesNothing() {
    Migrations.run(DATABASE.dataSource(), List.of(SAMPLE));

    var sql = JdbcClient.create(DATABASE.dataSource());
    assertThat(
            sql.sql("SELECT count(*) FROM sample.schema_history WHERE version IS NOT NULL")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anOutsideDatabaseIsUsedAsItIsAndLeftRunning() {
    DatabaseUrl given = DATABASE.url();
    String text =
        "postgresql://%s:%s@%s"
            .formatted(given.user(), given.password(), given.toString().substring(13));
    var settings =
        StoreSettings.from(Map.of("TRAMA_DB_URL", text, "TRAMA_HOME", "never-made")::get);

    try (var store = Store.open(settings);
        var pool = store.connect(List.of(SAMPLE))) {
      assertThat(JdbcClient.create(pool).sql("SELECT 1").query(Integer.class).single())
          .isEqualTo(1);
    }

    assertThat(Path.of("never-made")).doesNotExist();
    assertThat(
            JdbcClient.create(DATABASE.dataSource())
                .sql("SELECT count(*) FROM sample.schema_history")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aServerThatDoesNotAnswerIsNamedWithoutItsPassword() {
    var settings =
        StoreSettings.from(
            Map.of("TRAMA_DB_URL", "postgresql://trama:hush@127.0.0.1:1/trama?loginTimeout=1")
                ::get);
    try (var store = Store.open(settings)) {
      assertThatThrownBy(() -> store.connect(List.of()))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("postgresql://127.0.0.1:1/trama does not answer")
          .message()
          .doesNotContain("hush");
    }
  }

  @Test
  void aMissingMigrationFolderIsSaid() {
    assertThatThrownBy(
            () -> Migrations.run(DATABASE.dataSource(), List.of(new ModuleSchema("nowhere"))))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("'nowhere'");
  }
}
