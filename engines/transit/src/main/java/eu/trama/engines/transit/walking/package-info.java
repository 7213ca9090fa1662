/// How long people walk: straight lines with a detour factor, or a graph of streets.
@NullMarked
package eu.trama.engines.transit.walking;

import org.jspecify.annotations.NullMarked;
