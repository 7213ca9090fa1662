package eu.trama.city.web;

import java.util.List;

/// Paths to which programs post without an anti-forgery token, since what they send proves by
/// itself who sent it, such as a signed token. A browser that was tricked into sending something
/// there has no such proof, and no cookie counts. The path must be open too.
public record ProvenPath(List<String> patterns) {}
