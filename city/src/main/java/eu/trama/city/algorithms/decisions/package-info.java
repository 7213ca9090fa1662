/// Decisions about people: taken with a permit only, sealed under the person's key, committed to in
/// the city's ledger, confirmed by a human where the risk is high, explained, and open to
/// objection.
@NullMarked
package eu.trama.city.algorithms.decisions;

import org.jspecify.annotations.NullMarked;
