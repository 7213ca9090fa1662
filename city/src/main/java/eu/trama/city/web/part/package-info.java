/// Data that the shared page parts draw: tables, form fields, pages of a list.
@NamedInterface("part")
@NullMarked
package eu.trama.city.web.part;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
