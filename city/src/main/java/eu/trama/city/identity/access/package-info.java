/// Checks roles where a service's method asks for them.
@NullMarked
package eu.trama.city.identity.access;

import org.jspecify.annotations.NullMarked;
