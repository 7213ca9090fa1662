package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.studies.Questionnaire.Counts;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Role;
import eu.trama.city.twin.BadInput;
import eu.trama.city.twin.Finding;
import eu.trama.city.twin.Findings;
import eu.trama.city.web.NotYours;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/// The city's own questionnaires: an auditor brings one, and one that stands for a kind of study
/// that gates ask for is in force once another auditor has put it there.
@Service
public class CityQuestionnaires {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
  private static final int MOST = 500;

  private final CityQuestionnaireTables tables;
  private final Questionnaires product;
  private final CurrentPerson current;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CityQuestionnaires(
      CityQuestionnaireTables tables,
      Questionnaires product,
      CurrentPerson current,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.tables = tables;
    this.product = product;
    this.current = current;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Brings a questionnaire, or a newer one of a name that is there.
  ///
  /// @param name short, for addresses; the definition may call itself otherwise
  /// @param findings gets what was passed over
  /// @return its number
  /// @throws BadInput with all that is wrong
  @Needs(Role.AUDITOR)
  public int bring(String name, StandsFor standsFor, String definition, Findings findings) {
    if (!NAME.matcher(name).matches()) {
      findings.accept(wrong("name-form", name, "Write 2 to 60 small letters, digits, hyphens."));
    } else if (product.find(name).isPresent()) {
      findings.accept(wrong("name-taken", name, "The product has one of that name."));
    }
    var read = QuestionnaireReader.read(definition, name, false, findings);
    fits(read, standsFor, findings);
    return transaction(() -> {
      tables.lock();
      var all = tables.all();
      var before = all.stream().filter(each -> each.name().equals(name)).toList();
      if (before.stream().anyMatch(each -> each.standsFor() != standsFor)) {
        findings.accept(wrong("stands-differs", name, "Those before it stand for something else."));
      }
      if (known(read)) {
        findings.accept(wrong("already-there", read.hash(), "This very definition is there."));
      }
      if (all.size() >= MOST) {
        findings.accept(wrong("too-many", "" + MOST, "The city has the most it can have."));
      }
      if (findings.hasErrors()) {
        throw new BadInput(findings.kept());
      }
      int number = before.stream().mapToInt(CityQuestionnaire::number).max().orElse(0) + 1;
      boolean versioned = !read.version().equals(read.hash().substring(0, 8));
      tables.add(
          read.called(name, versioned ? read.version() : String.valueOf(number)),
          definition,
          number,
          standsFor,
          me(),
          now());
      return number;
    });
  }

  private boolean known(Questionnaire read) {
    return tables.known(read.hash())
        || product.all().stream().anyMatch(each -> each.hash().equals(read.hash()));
  }

  /// What stands for a kind of study must be able to say what a gate asks.
  private static void fits(Questionnaire read, StandsFor standsFor, Findings findings) {
    switch (standsFor) {
      case NOTHING -> {}
      case STUDY -> {
        if (read.elements().stream().noneMatch(e -> e.scored() && e.counts() == Counts.RISK)) {
          findings.accept(wrong("no-risk", "", "No answer counts for risk: name a panel …-RS."));
        }
      }
      case DATA_PROTECTION, RIGHTS -> {
        var passes = read.outcomes().stream().map(Outcome::passed).collect(Collectors.toSet());
        if (!passes.equals(Set.of(true, false))) {
          findings.accept(
              wrong("no-conclusions", "", "Give conclusions: one that passes, one that does not."));
        }
      }
    }
  }

  /// Puts the newest of a name into force, or does nothing where it is.
  ///
  /// @throws NotYours for whoever brought it
  @Needs(Role.AUDITOR)
  public void adopt(String name, int number) {
    transaction(() -> {
      tables.lock();
      var newest =
          newest(name)
              .filter(each -> each.number() == number)
              .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "not newest"));
      if (newest.by().equals(me())) {
        throw new NotYours("putting into force what one has brought oneself: " + name);
      }
      if (!newest.usable()) {
        tables.adopt(newest, me(), now());
      }
      return number;
    });
  }

  /// All, the newest of each name first.
  public List<CityQuestionnaire> all() {
    return tables.all();
  }

  /// With which studies begin now, by name.
  public List<CityQuestionnaire> inForce() {
    var usable = tables.all().stream().filter(CityQuestionnaire::usable).toList();
    return usable.stream()
        .filter(each ->
            usable.stream()
                .noneMatch(o -> o.name().equals(each.name()) && o.number() > each.number()))
        .toList();
  }

  Optional<Questionnaires.Defined> defined(String name) {
    return inForce().stream()
        .filter(each -> each.name().equals(name))
        .map(each -> new Questionnaires.Defined(each.questionnaire(), each.definition()))
        .findFirst();
  }

  /// Names of those that stand for that kind of evidence, in force or once so.
  List<String> names(StandsFor standsFor) {
    return tables.all().stream()
        .filter(each -> each.standsFor() == standsFor && each.usable())
        .map(CityQuestionnaire::name)
        .distinct()
        .toList();
  }

  private Optional<CityQuestionnaire> newest(String name) {
    return tables.all().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static Finding wrong(String code, String value, String advice) {
    return Finding.error(code, "questionnaire", 0, "", value, advice);
  }

  private String me() {
    return current
        .person()
        .orElseThrow(() -> new AccessDeniedException("an auditor who is signed in"))
        .id();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private int transaction(java.util.function.IntSupplier step) {
    return java.util.Objects.requireNonNull(transaction.execute(status -> step.getAsInt()));
  }
}
