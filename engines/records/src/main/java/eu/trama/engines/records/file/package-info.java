/// Where a record begins and ends in a file, also in a damaged one.
@NullMarked
package eu.trama.engines.records.file;

import org.jspecify.annotations.NullMarked;
