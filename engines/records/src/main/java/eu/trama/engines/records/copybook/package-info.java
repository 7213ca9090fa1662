/// Data descriptions of COBOL: from source text to a tree of items and their places in a record.
@NullMarked
package eu.trama.engines.records.copybook;

import org.jspecify.annotations.NullMarked;
