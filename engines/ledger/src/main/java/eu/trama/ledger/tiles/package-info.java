/// The tree and its entries as static files (C2SP tlog-tiles).
@NullMarked
package eu.trama.ledger.tiles;

import org.jspecify.annotations.NullMarked;
