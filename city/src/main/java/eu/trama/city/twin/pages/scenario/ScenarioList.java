package eu.trama.city.twin.pages.scenario;

import eu.trama.city.twin.pages.Overview;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// Where scenarios begin: from a template, blank, or from a file.
///
/// @param own questions of the blank start
/// @param imported what was pasted, to be mended
public record ScenarioList(
    String city,
    List<Overview.TemplateCard> templates,
    List<Field> own,
    String imported,
    List<FormError> errors) {}
