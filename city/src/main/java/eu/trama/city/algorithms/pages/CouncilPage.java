package eu.trama.city.algorithms.pages;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// The advisory council.
///
/// @param seats with the capacity of each, never a name
public record CouncilPage(
    List<SeatLine> seats,
    List<Link> sessions,
    boolean auditor,
    List<Field> apply,
    List<Field> open,
    List<FormError> errors) {

  public record SeatLine(String id, String capacity, String state, boolean admitted) {}
}
