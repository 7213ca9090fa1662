@NullMarked
package eu.trama.engines.transit.walking;

import org.jspecify.annotations.NullMarked;
