package eu.trama.city.algorithms.pages;

import eu.trama.city.web.part.DataTable;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// What an auditor and an owner see of a system.
///
/// @param alert why it stands still; empty where it does not
/// @param confirming how humans confirm; empty where it proposes nothing, or for other roles
/// @param suspended whether it can be let go on
public record OversightPage(
    String way,
    String state,
    String alert,
    boolean suspended,
    boolean maySuspend,
    boolean mayResume,
    List<Field> reason,
    List<FormError> errors,
    Optional<DataTable> confirming,
    DataTable events,
    DataTable revisions) {}
