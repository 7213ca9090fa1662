package eu.trama.city.algorithms.studies;

import eu.trama.city.algorithms.SystemId;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.RecordField;
import eu.trama.city.algorithms.register.Register;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// The systems of the register, as studies need them.
@Component
class RegisterSubjects implements Subjects {

  private final Register register;

  /// @param register asked late: it asks the studies for evidence in its turn
  RegisterSubjects(@Lazy Register register) {
    this.register = register;
  }

  @Override
  public Optional<Subject> find(SystemId id) {
    return register.find(id).map(RegisterSubjects::subject);
  }

  private static Subject subject(Entry entry) {
    var name = entry.shown().texts(RecordField.NAME);
    return new Subject(
        entry.id(),
        name.isEmpty() ? Texts.everywhere(entry.id().value()) : name,
        entry.dossier().team(),
        entry.published().isPresent());
  }
}
