package eu.trama.city.twin.pages.scenario;

import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The question how often a line shall run.
///
/// @param now how often it runs, in words
public record HeadwayForm(
    String address, String line, String now, List<Field> fields, List<FormError> errors) {}
