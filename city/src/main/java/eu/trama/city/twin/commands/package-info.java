/// The twin at the shell: `./trama run …` and `./trama scenario …`, JSON in and out.
@NamedInterface("commands")
@NullMarked
package eu.trama.city.twin.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
