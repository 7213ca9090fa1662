/// The rights protocol: no algorithm acts on a resident unseen. A public register of the city's
/// algorithmic systems, the stages of their life with the gates between them, and the [Permit] that
/// a system needs whenever it acts on people.
///
/// Evidence that other parts make (screenings, studies, the council's opinions) comes in through
/// [EvidenceSource].
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Algorithms")
package eu.trama.city.algorithms;

import org.jspecify.annotations.NullMarked;
