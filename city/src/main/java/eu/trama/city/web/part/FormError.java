package eu.trama.city.web.part;

/// What is wrong with one answer of a form, in words that say how to mend it.
///
/// @param field name of the [Field]
public record FormError(String field, String message) {}
