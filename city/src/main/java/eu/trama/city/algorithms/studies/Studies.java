package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.studies.Questionnaire.Element;
import eu.trama.city.algorithms.studies.Study.Submitted;
import eu.trama.city.algorithms.studies.Subjects.Subject;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.Digest;
import eu.trama.city.twin.Findings;
import eu.trama.city.twin.Json;
import eu.trama.city.web.NotYours;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/// Studies of systems: begun, filled in page by page, submitted and then kept as they are. The
/// author is never of the system's team, at no step.
@Service
public class Studies {

  private static final int ID_BYTES = 12;

  private final StudyTables tables;
  private final Questionnaires questionnaires;
  private final CityQuestionnaires own;
  private final Subjects subjects;
  private final CurrentPerson current;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  Studies(
      StudyTables tables,
      Questionnaires questionnaires,
      CityQuestionnaires own,
      Subjects subjects,
      CurrentPerson current,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.questionnaires = questionnaires;
    this.own = own;
    this.subjects = subjects;
    this.current = current;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Begins a study, or goes on with the draft that the signed-in person has begun. A new version
  /// begins with the answers of the last one; the first one with those that the platform's authors
  /// propose for its own models, if there are any.
  ///
  /// @throws OfTheTeam for whoever is of the system's team
  @Needs({Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER})
  public Study begin(SystemId system, String name) {
    requireOutside(system);
    String me = me().id();
    var defined =
        questionnaires
            .defined(name)
            .or(() -> own.defined(name))
            .orElseThrow(() -> missing("questionnaire " + name));
    return within(() -> {
      var all =
          tables.of(system).stream().filter(s -> s.questionnaire().name().equals(name)).toList();
      var open = all.stream().filter(s -> s.draft() && s.author().equals(me)).findFirst();
      if (open.isPresent()) {
        return open.get();
      }
      Instant now = now();
      tables.keep(defined, Timestamp.from(now));
      int version = all.stream().mapToInt(Study::version).max().orElse(0) + 1;
      var study =
          new Study(
              newId(),
              system,
              defined.questionnaire(),
              version,
              me,
              now,
              now,
              0,
              first(system, defined.questionnaire()),
              Optional.empty());
      tables.add(study);
      return study;
    });
  }

  private Answers first(SystemId system, Questionnaire questionnaire) {
    var last = tables.latestSubmitted(system, List.of(questionnaire.name()));
    if (last.isPresent()) {
      // What a newer questionnaire no longer asks, or asks otherwise, is asked anew.
      var fitting = new TreeMap<String, Value>();
      last.get()
          .answers()
          .byQuestion()
          .forEach((question, value) ->
              questionnaire
                  .question(question)
                  .filter(e -> fits(e, value))
                  .ifPresent(e -> fitting.put(question, value)));
      return new Answers(fitting);
    }
    return proposed(system, questionnaire).orElse(Answers.NONE);
  }

  static boolean fits(Element element, Value value) {
    boolean several = value instanceof Value.Several;
    return several == (element.kind() == Questionnaire.Kind.CHECKBOX)
        && (element.choices().isEmpty()
            || value.parts().stream().allMatch(v -> element.choice(v.text()).isPresent()));
  }

  /// What the platform's authors propose for one of its own models, to be confirmed by the city.
  public Optional<Answers> proposed(SystemId system, Questionnaire questionnaire) {
    return Questionnaires.drafts().stream()
        .filter(d ->
            d.system().equals(system.value()) && d.questionnaire().equals(questionnaire.name()))
        .map(d -> AnswerFile.read(d.file(), system + ".json", questionnaire, new Findings()))
        .map(AnswerFile::answers)
        .findFirst();
  }

  /// Keeps what was answered on a page, whether or not all of it was.
  ///
  /// @param page the page that comes next, from 0
  @Needs({Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER})
  public Study save(String id, int page, Map<String, Value> answers) {
    return within(() -> {
      var study = requireDraft(id);
      var saved = draft(study, page, study.answers().with(answers));
      tables.save(saved);
      return saved;
    });
  }

  /// Takes all answers from an answer file, in the place of those that were there.
  ///
  /// @param findings gets what of the file was left out
  /// @throws eu.trama.city.twin.BadInput when the file does not fit
  @Needs({Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER})
  public Study take(String id, String text, Findings findings) {
    return within(() -> {
      var study = requireDraft(id);
      var file = AnswerFile.read(text, "answers.json", study.questionnaire(), findings);
      var saved = draft(study, file.page(), file.answers());
      tables.save(saved);
      return saved;
    });
  }

  /// Finishes a study for good.
  ///
  /// @return the questions that must still be answered; it was submitted where there are none
  @Needs({Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER})
  public List<Element> submit(String id) {
    return within(() -> {
      var study = requireDraft(id);
      var open = study.answers().open(study.questionnaire().elements());
      if (open.isEmpty()) {
        var kept = draft(study, study.page(), study.answers().shown(study.questionnaire()));
        tables.submit(kept, conclude(kept));
      }
      return open;
    });
  }

  private Submitted conclude(Study study) {
    var outcome = study.questionnaire().outcome(study.answers());
    String conclusion =
        outcome
            .map(Outcome::id)
            .or(() -> study.score().map(s -> "level-" + s.level()))
            .orElse("done");
    boolean passed = outcome.map(Outcome::passed).orElse(study.questionnaire().scored());
    Instant now = now();
    var all = new TreeMap<String, Object>();
    all.put("questionnaire", study.questionnaire().hash());
    all.put("system", study.system().value());
    all.put("version", study.version());
    all.put("author", study.author());
    all.put("answers", AnswerFile.plain(study.answers()));
    all.put("conclusion", conclusion);
    all.put("at", now.toString());
    return new Submitted(now, conclusion, passed, Digest.hex(Json.write(all)));
  }

  /// A study that the reader may see: staff sees all, everybody else what was submitted about a
  /// system that is published.
  public Optional<Study> find(String id) {
    return tables.find(id, false).filter(this::visible);
  }

  /// Those of a system that the reader may see, the last one first.
  public List<Study> of(SystemId system) {
    return tables.of(system).stream().filter(this::visible).toList();
  }

  /// The one that counts now among those with these questionnaires, whoever asks: for gates.
  Optional<Study> counting(SystemId system, List<String> names) {
    return tables.latestSubmitted(system, names);
  }

  /// Whether the signed-in person may go on with it.
  public boolean mine(Study study) {
    return study.draft() && current.owns(study.author());
  }

  private boolean visible(Study study) {
    return current.is(Role.PLANNER, Role.PROCUREMENT, Role.AUDITOR, Role.CASEWORKER)
        || (!study.draft() && subjects.find(study.system()).filter(Subject::published).isPresent());
  }

  private void requireOutside(SystemId system) {
    var subject = subjects.find(system).orElseThrow(() -> missing("system " + system));
    if (subject.team().contains(me().id())) {
      throw new OfTheTeam(system.value());
    }
  }

  private Study requireDraft(String id) {
    var study = tables.find(id, true).orElseThrow(() -> missing("study " + id));
    if (!current.owns(study.author())) {
      throw new NotYours("study " + id);
    }
    requireOutside(study.system());
    if (!study.draft()) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "study " + id + " was submitted");
    }
    return study;
  }

  private Study draft(Study study, int page, Answers answers) {
    int last = study.questionnaire().sections().size() - 1;
    return new Study(
        study.id(),
        study.system(),
        study.questionnaire(),
        study.version(),
        study.author(),
        study.started(),
        now(),
        Math.clamp(page, 0, last),
        answers,
        Optional.empty());
  }

  private Person me() {
    return current
        .person()
        .orElseThrow(() -> new AccessDeniedException("a study has an author who is signed in"));
  }

  /// As precise as the store keeps it, so that a hash can be computed again.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static ResponseStatusException missing(String what) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "no " + what);
  }

  private <T> T within(java.util.function.Supplier<T> step) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> step.get()));
  }
}
