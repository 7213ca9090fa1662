/// Mainframe records, both ways: copybooks to layouts, files to records, bytes to values and back.
/// Pure computation: no clock, no network, no store; the same input gives the same bytes.
@NullMarked
package eu.trama.engines.records;

import org.jspecify.annotations.NullMarked;
