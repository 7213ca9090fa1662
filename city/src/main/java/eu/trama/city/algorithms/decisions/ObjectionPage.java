package eu.trama.city.algorithms.decisions;

import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The form of an objection, or of the answer to one.
///
/// @param said what the person objected; empty on the person's own form
/// @param facts what is asked about the facts
/// @param rest what else is asked
/// @param replayed what the same version decides with these facts; empty before it was asked
/// @param answering whether it is the answer
public record ObjectionPage(
    String id,
    String lead,
    String said,
    List<Field> facts,
    List<Field> rest,
    List<FormError> errors,
    List<String> replayed,
    boolean answering) {}
