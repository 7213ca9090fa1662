/// The operators' page of keys: forgetting a person, and a new master key.
@NullMarked
package eu.trama.city.persons.pages;

import org.jspecify.annotations.NullMarked;
