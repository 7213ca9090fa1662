/// The Merkle tree of RFC 9162: hashes, proofs, and how they are checked.
@NullMarked
package eu.trama.ledger.merkle;

import org.jspecify.annotations.NullMarked;
