/// Personal data under a key per person: destroy the key, and what was sealed with it can never be
/// read again, wherever copies of it lie.
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Persons")
package eu.trama.city.persons;

import org.jspecify.annotations.NullMarked;
