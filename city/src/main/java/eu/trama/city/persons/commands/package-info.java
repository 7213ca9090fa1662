/// `./trama persons`.
@NullMarked
package eu.trama.city.persons.commands;

import org.jspecify.annotations.NullMarked;
