/// Wires the pages together, remembers language and colours, and draws the platform's own pages.
@NullMarked
package eu.trama.city.web.shell;

import org.jspecify.annotations.NullMarked;
