/// One field at a time: bytes to a value with its status, and back to the same bytes.
@NullMarked
package eu.trama.engines.records.value;

import org.jspecify.annotations.NullMarked;
