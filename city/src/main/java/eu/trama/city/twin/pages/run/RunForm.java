package eu.trama.city.twin.pages.run;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The questions before a model is run.
///
/// @param models to choose from; empty where there is no choice
/// @param about what the chosen model computes; empty where no model is plugged in
/// @param fields the model's parameters
public record RunForm(
    String address,
    List<Link> models,
    String model,
    String name,
    String about,
    List<Field> fields,
    List<FormError> errors) {}
