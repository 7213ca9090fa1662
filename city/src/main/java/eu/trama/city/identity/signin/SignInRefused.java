package eu.trama.city.identity.signin;

/// What the page says when a sign-in came to nothing.
///
/// @param again whether trying again may help
public record SignInRefused(String what, String next, boolean again) {}
