package eu.trama.city.algorithms.council;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.register.UnknownSystem;
import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The advisory council. Anybody who has signed in may ask for a seat; an auditor gives it. Members
/// vote while a session is open; whoever is of a system's team has no vote on it.
@Service
public class Council {

  private final CouncilTables tables;
  private final Register register;
  private final CurrentPerson current;

  Council(CouncilTables tables, Register register, CurrentPerson current) {
    this.tables = tables;
    this.register = register;
    this.current = current;
  }

  /// What stands in the way of a step of the council; each is said in words on the pages.
  public enum Obstacle {
    CLOSED,
    OF_TEAM,
    NO_MINUTES
  }

  public List<Seat> seats() {
    return tables.seats();
  }

  public List<Session> sessions() {
    return tables.sessions();
  }

  public Optional<Session> session(long id) {
    return tables.session(id);
  }

  /// Whether the signed-in person sits in the council.
  public boolean member() {
    return seats().stream().anyMatch(s -> s.admitted() && current.owns(s.person()));
  }

  @Transactional
  public void apply(String capacity) {
    tables.apply(me().id(), capacity);
  }

  @Needs(Role.AUDITOR)
  public boolean admit(long seat) {
    return tables.admit(seat);
  }

  @Needs(Role.AUDITOR)
  public boolean end(long seat) {
    return tables.end(seat);
  }

  @Needs(Role.AUDITOR)
  public long open(LocalDate held, String place) {
    return tables.open(held, place, me().id());
  }

  /// Puts a system on the agenda, with the code that it has now.
  @Needs(Role.AUDITOR)
  @Transactional
  public Optional<Obstacle> add(long session, SystemId system, String question) {
    if (over(session)) {
      return Optional.of(Obstacle.CLOSED);
    }
    Entry entry = register.find(system).orElseThrow(() -> new UnknownSystem(system));
    tables.add(session, system.value(), entry.dossier().version(), question);
    return Optional.empty();
  }

  /// @throws AccessDeniedException where the person has no seat
  @Transactional
  public Optional<Obstacle> vote(long session, SystemId system, Vote vote) {
    if (!member()) {
      throw new AccessDeniedException("no seat in the council");
    }
    if (over(session)) {
      return Optional.of(Obstacle.CLOSED);
    }
    Entry entry = register.find(system).orElseThrow(() -> new UnknownSystem(system));
    if (entry.dossier().team().contains(me().id())) {
      return Optional.of(Obstacle.OF_TEAM);
    }
    tables.vote(session, system.value(), me().id(), vote);
    return Optional.empty();
  }

  /// Ends a session with its minutes; nothing of it changes any more.
  @Needs(Role.AUDITOR)
  @Transactional
  public Optional<Obstacle> close(long session, String minutes) {
    if (over(session)) {
      return Optional.of(Obstacle.CLOSED);
    }
    if (minutes.isBlank()) {
      return Optional.of(Obstacle.NO_MINUTES);
    }
    int seats = (int) seats().stream().filter(Seat::admitted).count();
    tables.close(session, minutes, seats);
    return Optional.empty();
  }

  private boolean over(long session) {
    return !tables.lock(session) || tables.session(session).flatMap(Session::closed).isPresent();
  }

  private Person me() {
    return current.person().orElseThrow(() -> new AccessDeniedException("nobody has signed in"));
  }
}
