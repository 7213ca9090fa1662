/// `./trama persons`.
@NamedInterface("commands")
@NullMarked
package eu.trama.city.persons.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
