/// Many records at a time: a layout compiled into tight loops over typed columns, both ways.
@NullMarked
package eu.trama.engines.records.column;

import org.jspecify.annotations.NullMarked;
