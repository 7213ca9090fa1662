/// Columns as CSV, JSON lines, PostgreSQL COPY and Parquet.
@NullMarked
package eu.trama.engines.records.out;

import org.jspecify.annotations.NullMarked;
