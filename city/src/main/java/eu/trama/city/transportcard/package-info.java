/// The check for the discounted transport card: the first system of the city that decides about
/// people, small and real.
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Transport card")
package eu.trama.city.transportcard;

import org.jspecify.annotations.NullMarked;
