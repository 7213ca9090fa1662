/// What the log asks of a disk, and the disk.
@NullMarked
package eu.trama.ledger.storage;

import org.jspecify.annotations.NullMarked;
