/// How the log is kept: the store, the key, the folder, and who gives entries their places.
@NullMarked
package eu.trama.city.ledger.keep;

import org.jspecify.annotations.NullMarked;
