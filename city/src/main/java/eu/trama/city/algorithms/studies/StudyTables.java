package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.studies.Study.Submitted;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of studies.
@Component
class StudyTables {

  private static final String STUDY =
      """
      select id, system, questionnaire, version, author, started_at, saved_at, page,
             answers::text as answers, submitted_at, conclusion, passed, hash
      from algorithms.study
      """;

  private final JdbcClient jdbc;
  private final Map<String, Questionnaire> read = new ConcurrentHashMap<>();

  StudyTables(DataSource source) {
    this.jdbc = JdbcClient.create(source);
  }

  /// Keeps a definition, by its hash, for as long as the store lives.
  void keep(Questionnaires.Defined defined, Timestamp now) {
    var questionnaire = defined.questionnaire();
    jdbc.sql(
            """
            insert into algorithms.questionnaire (hash, name, version, definition, kept_at)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(
            questionnaire.hash(),
            questionnaire.name(),
            questionnaire.version(),
            defined.definition(),
            now)
        .update();
  }

  void add(Study study) {
    jdbc.sql(
            """
            insert into algorithms.study
              (id, system, questionnaire, name, version, author, started_at, saved_at, page, answers)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """)
        .params(
            study.id(),
            study.system().value(),
            study.questionnaire().hash(),
            study.questionnaire().name(),
            study.version(),
            study.author(),
            Timestamp.from(study.started()),
            Timestamp.from(study.saved()),
            study.page(),
            json(study.answers()))
        .update();
  }

  /// Writes a draft anew.
  void save(Study study) {
    jdbc.sql("update algorithms.study set saved_at = ?, page = ?, answers = ?::jsonb where id = ?")
        .params(Timestamp.from(study.saved()), study.page(), json(study.answers()), study.id())
        .update();
  }

  void submit(Study study, Submitted submitted) {
    jdbc.sql(
            """
            update algorithms.study
            set answers = ?::jsonb, submitted_at = ?, conclusion = ?, passed = ?, hash = ? where id = ?
            """)
        .params(
            json(study.answers()),
            Timestamp.from(submitted.at()),
            submitted.conclusion(),
            submitted.passed(),
            submitted.hash(),
            study.id())
        .update();
  }

  Optional<Study> find(String id, boolean lock) {
    return jdbc.sql(STUDY + " where id = ?" + (lock ? " for update" : ""))
        .param(id)
        .query(this::study)
        .optional();
  }

  /// All of a system, the last one first.
  List<Study> of(SystemId system) {
    return jdbc.sql(STUDY + " where system = ? order by started_at desc, id limit 500")
        .param(system.value())
        .query(this::study)
        .list();
  }

  /// The last one that was submitted with a questionnaire of one of these names.
  Optional<Study> latestSubmitted(SystemId system, List<String> names) {
    return jdbc.sql(
            STUDY
                + """
                 where system = :system and name in (:names) and submitted_at is not null
                order by submitted_at desc, version desc limit 1
                """)
        .param("system", system.value())
        .param("names", names)
        .query(this::study)
        .optional();
  }

  private static String json(Answers answers) {
    return Json.write(AnswerFile.plain(answers));
  }

  private Study study(ResultSet row, int number) throws SQLException {
    var questionnaire = questionnaire(row.getString("questionnaire"));
    var answers =
        AnswerFile.read(
                "{\"data\":" + row.getString("answers") + "}",
                "study",
                questionnaire,
                new Findings())
            .answers();
    Timestamp submitted = row.getTimestamp("submitted_at");
    return new Study(
        row.getString("id"),
        new SystemId(row.getString("system")),
        questionnaire,
        row.getInt("version"),
        row.getString("author"),
        row.getTimestamp("started_at").toInstant(),
        row.getTimestamp("saved_at").toInstant(),
        row.getInt("page"),
        answers,
        submitted == null
            ? Optional.empty()
            : Optional.of(
                new Submitted(
                    submitted.toInstant(),
                    row.getString("conclusion"),
                    row.getBoolean("passed"),
                    row.getString("hash"))));
  }

  private Questionnaire questionnaire(String hash) {
    return Objects.requireNonNull(
        read.computeIfAbsent(
            hash,
            h -> {
              var kept =
                  jdbc.sql(
                          "select name, version, definition from algorithms.questionnaire where hash = ?")
                      .param(h)
                      .query((row, n) ->
                          QuestionnaireReader.read(
                                  row.getString("definition"),
                                  row.getString("name"),
                                  false,
                                  new Findings())
                              .called(row.getString("name"), row.getString("version")))
                      .single();
              return kept;
            }));
  }
}
