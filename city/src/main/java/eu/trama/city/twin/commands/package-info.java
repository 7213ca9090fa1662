/// The twin at the shell: `./trama run …` and `./trama scenario …`, JSON in and out.
@NullMarked
package eu.trama.city.twin.commands;

import org.jspecify.annotations.NullMarked;
