/// Code pages of one byte: what character each of the 256 bytes stands for.
@NullMarked
package eu.trama.engines.records.codepage;

import org.jspecify.annotations.NullMarked;
