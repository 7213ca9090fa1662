/// Other cities' servers: what they offer, beside what this city has. A peer that is slow, gone or
/// wrong costs its own panel and nothing else.
@NullMarked
package eu.trama.city.twin.federation;

import org.jspecify.annotations.NullMarked;
