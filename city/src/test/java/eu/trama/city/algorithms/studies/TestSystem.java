package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.AlgorithmRecord;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import eu.trama.city.algorithms.stages.Action;
import eu.trama.city.algorithms.stages.Origin;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.SignedIn;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;

/// A system of the register, to study.
public final class TestSystem {

  /// Of the system's team, since she wrote its record.
  static final Person BUILDER = new Person("builder", "Builder", Set.of(Role.PLANNER));

  static final Person AUTHOR = new Person("author", "Author", Set.of(Role.AUDITOR));

  private TestSystem() {}

  /// Enters a system with that id, by the builder.
  public static SystemId enter(Register register, String id) {
    as(BUILDER);
    var fields = new HashMap<RecordField, Texts>();
    for (RecordField field : RecordField.values()) {
      fields.put(
          field,
          field.inLanguages()
              ? new Texts(
                  Map.of(
                      "ca",
                      "Abast a peu",
                      "es",
                      "Alcance a pie",
                      "en",
                      "Reach on foot",
                      "it",
                      "Portata a piedi"))
              : Texts.of(RecordField.ANY, "x"));
    }
    var system = new SystemId(id);
    register.create(
        system, new AlgorithmRecord(fields, Map.of()), new Action.Describe(Origin.PLATFORM, false));
    nobody();
    return system;
  }

  static void publish(Register register, SystemId system) {
    as(BUILDER);
    register.publish(system);
    nobody();
  }

  static void as(Person person) {
    SecurityContextHolder.getContext().setAuthentication(new SignedIn(person));
  }

  static void nobody() {
    SecurityContextHolder.clearContext();
  }
}
