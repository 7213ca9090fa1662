package eu.trama.city.algorithms.monitoring;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.monitoring.Incident.Kind;
import eu.trama.city.algorithms.monitoring.Incident.Step;
import eu.trama.city.algorithms.monitoring.IncidentTables.Broken;
import eu.trama.city.algorithms.monitoring.IncidentTables.By;
import eu.trama.city.algorithms.monitoring.NotKept.Why;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Incidents of systems: reported by whoever works with them or by the platform, rated and closed
/// by auditors, and reported to the authority in time.
@Service
public class Incidents {

  private static final List<Role> REPORTERS =
      List.of(Role.AUDITOR, Role.PLANNER, Role.CASEWORKER, Role.OPERATOR);

  private static final int LONGEST = 4_000;

  /// Longer ago than a record of it could be kept by the law that asks for logs of six months, and
  /// most likely a slip of the pen.
  private static final Duration LONG_AGO = Duration.ofDays(5 * 365);

  private final IncidentTables tables;
  private final IncidentTerms terms;
  private final Register register;
  private final CurrentPerson current;
  private final Clock clock;

  Incidents(
      IncidentTables tables,
      IncidentTerms terms,
      Register register,
      CurrentPerson current,
      Clock clock) {
    this.tables = tables;
    this.terms = terms;
    this.register = register;
    this.current = current;
    this.clock = clock;
  }

  /// Of a system, with texts.
  @Needs({Role.CASEWORKER, Role.AUDITOR, Role.OPERATOR, Role.PLANNER})
  public List<Incident> of(SystemId system) {
    return tables.of(system);
  }

  /// Reports one.
  ///
  /// @throws NotKept where it was not taken
  @Needs({Role.CASEWORKER, Role.AUDITOR, Role.OPERATOR, Role.PLANNER})
  @Transactional
  public UUID report(SystemId system, String severity, Instant noticed, String text) {
    NotKept.unless(terms.severities().contains(severity), Why.NO_SEVERITY);
    Instant now = clock.instant();
    NotKept.unless(!noticed.isAfter(now) && noticed.isAfter(now.minus(LONG_AGO)), Why.NO_TIME);
    checkText(text);
    String version =
        register.find(system).orElseThrow(() -> new NotKept(Why.NO_INCIDENT)).dossier().version();
    var id = UUID.randomUUID();
    var incident =
        new Incident(
            id,
            system,
            severity,
            noticed,
            now,
            by().role(),
            text.strip(),
            Optional.empty(),
            List.of());
    tables.add(incident, version, by(), Optional.empty());
    return id;
  }

  /// Says how severe it is, from the text and from what was found since.
  @Needs(Role.AUDITOR)
  @Transactional
  public void rate(SystemId system, UUID id, String severity, String text) {
    NotKept.unless(
        terms.severities().contains(severity) && !severity.equals(IncidentTerms.UNRATED),
        Why.NO_SEVERITY);
    step(system, id, Kind.RATED, Optional.of(severity), text);
  }

  /// Notes that the authority was told, and how.
  @Needs({Role.AUDITOR, Role.PLANNER})
  @Transactional
  public void reported(SystemId system, UUID id, String text) {
    step(system, id, Kind.REPORTED, Optional.empty(), text);
  }

  /// Closes it with what was done. What the law wants reported is reported first.
  @Needs(Role.AUDITOR)
  @Transactional
  public void close(SystemId system, UUID id, String text) {
    step(system, id, Kind.CLOSED, Optional.empty(), text);
  }

  private void step(SystemId system, UUID id, Kind kind, Optional<String> severity, String text) {
    tables.lock(id);
    Incident found = tables.find(system, id).orElseThrow(() -> new NotKept(Why.NO_INCIDENT));
    NotKept.unless(!found.closed(), Why.CLOSED);
    NotKept.unless(kind != Kind.REPORTED || !found.reported(), Why.REPORTED);
    if (kind == Kind.CLOSED) {
      NotKept.unless(!found.severity().equals(IncidentTerms.UNRATED), Why.UNRATED);
      NotKept.unless(found.reported() || found.due(terms).isEmpty(), Why.NOT_REPORTED);
    }
    checkText(text);
    tables.addStep(
        id,
        found.steps().size() + 1,
        new Step(kind, severity, clock.instant(), by().role(), text.strip()),
        by());
  }

  /// Reports a broken threshold, in the caller's transaction.
  ///
  /// @return false where the same was reported for that month before
  @Transactional(propagation = Propagation.MANDATORY)
  boolean raise(SystemId system, String version, String threshold, Month month, String text) {
    Instant now = clock.instant();
    String platform = Actor.MACHINE.person();
    var incident =
        new Incident(
            UUID.randomUUID(),
            system,
            IncidentTerms.UNRATED,
            now,
            now,
            platform,
            text,
            Optional.of(threshold),
            List.of());
    return tables.add(
        incident, version, new By(platform, platform), Optional.of(new Broken(threshold, month)));
  }

  private static void checkText(String text) {
    NotKept.unless(!text.isBlank() && text.length() <= LONGEST, Why.NO_TEXT);
    NotKept.unless(!PersonalData.looksLike(text), Why.PERSONAL);
  }

  private By by() {
    Person me =
        current
            .person()
            .orElseThrow(() -> new AccessDeniedException("incidents are kept by people"));
    Role role = REPORTERS.stream().filter(me::is).findFirst().orElse(Role.AUDITOR);
    return new By(me.id(), role.key());
  }
}
