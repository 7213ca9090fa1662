/// An append-only log that anybody can mirror and check: a Merkle tree with signed heads, on disk
/// as static files. No network, no clock, no store; randomness only where a key is drawn.
///
/// Begin with `log.Ledger` to write, `log.LedgerReader` to read, `verify.Verifier` to check.
@NullMarked
package eu.trama.ledger;

import org.jspecify.annotations.NullMarked;
