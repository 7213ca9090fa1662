/// The command line: what `./trama` offers, how a module adds a command to it, and how a command
/// that needs the city opens it without the web server.
///
/// A module adds a class that implements [CityCommand] and carries picocli's `@Command`; `Trama`
/// lists it.
@NullMarked
package eu.trama.city.cli;

import org.jspecify.annotations.NullMarked;
