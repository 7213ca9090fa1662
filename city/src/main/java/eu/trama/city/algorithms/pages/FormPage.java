package eu.trama.city.algorithms.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// A page with one form.
///
/// @param tabs other forms of the same thing, such as its languages
/// @param facts what to know before filling it in
/// @param hidden names and values that go with it
public record FormPage(
    String lead,
    List<Link> tabs,
    List<Fact> facts,
    List<FormError> errors,
    String action,
    List<Fact> hidden,
    List<Field> fields,
    String button) {}
