/// The built-in identity provider, which offers made-up people on this machine only.
@NullMarked
package eu.trama.city.identity.provider;

import org.jspecify.annotations.NullMarked;
