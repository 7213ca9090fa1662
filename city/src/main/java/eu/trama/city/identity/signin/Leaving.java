package eu.trama.city.identity.signin;

import java.util.Optional;

/// What the page says to somebody who has left.
///
/// @param provider where the identity provider ends its own session; empty where there is nothing
///   to end
public record Leaving(Optional<String> provider) {}
