package eu.trama.city.twin.pages.scenario;

import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The question which thing of a layer is meant.
///
/// @param address of the form
/// @param post whether the answer makes the step at once
/// @param search what was typed to find it
/// @param found how many things fit; more may fit than are listed
/// @param hint where nothing can be chosen, why
public record Choice(
    String address,
    boolean post,
    String search,
    long found,
    Field things,
    String button,
    String hint,
    List<FormError> errors) {}
