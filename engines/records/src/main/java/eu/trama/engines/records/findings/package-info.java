/// What is wrong with an input, said so that its author can mend it.
@NullMarked
package eu.trama.engines.records.findings;

import org.jspecify.annotations.NullMarked;
