/// Signing in and out by OpenID Connect, with the provider that is configured or the built-in one.
@NullMarked
package eu.trama.city.identity.signin;

import org.jspecify.annotations.NullMarked;
