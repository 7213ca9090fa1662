package eu.trama.city.persons.pages;

import eu.trama.city.persons.Forgotten;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;

/// The keys of persons, for operators.
///
/// @param said what was done just now; empty where nothing was
/// @param forgotten the receipt to give to whoever was forgotten, shown once
public record KeysPage(
    String said, Optional<Forgotten> forgotten, List<Field> fields, List<FormError> errors) {}
