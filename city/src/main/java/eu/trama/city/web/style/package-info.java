/// The living style guide: every component in every state, drawn from an invented town.
@NullMarked
package eu.trama.city.web.style;

import org.jspecify.annotations.NullMarked;
