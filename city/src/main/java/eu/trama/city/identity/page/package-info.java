/// Pages about one's own sessions, and for operators and auditors.
@NullMarked
package eu.trama.city.identity.page;

import org.jspecify.annotations.NullMarked;
