/// Importers of real files: boundaries, streets, statistics, facilities; and the command that runs
/// them. All read as streams, within [eu.trama.city.twin.imports.Limits].
@NullMarked
package eu.trama.city.twin.imports;

import org.jspecify.annotations.NullMarked;
