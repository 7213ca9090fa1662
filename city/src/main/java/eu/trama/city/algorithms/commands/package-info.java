/// What `./trama` does with questionnaires of studies.
@NullMarked
@NamedInterface("commands")
package eu.trama.city.algorithms.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
