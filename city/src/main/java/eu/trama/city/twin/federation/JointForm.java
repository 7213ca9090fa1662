package eu.trama.city.twin.federation;

import eu.trama.city.web.Link;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;

/// Which policy to try here and at a peer.
///
/// @param allowed whether whoever looks may begin one
/// @param earlier those that were tried
public record JointForm(
    String action,
    boolean allowed,
    List<Field> fields,
    List<FormError> errors,
    List<Link> earlier) {}
