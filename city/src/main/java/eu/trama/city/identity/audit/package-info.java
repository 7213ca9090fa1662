/// The record of sign-ins.
@NullMarked
package eu.trama.city.identity.audit;

import org.jspecify.annotations.NullMarked;
