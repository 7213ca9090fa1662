package eu.trama.city.web;

import java.util.List;

/// Paths to which programs write without an anti-forgery token, since what they send proves by
/// itself who sent it, such as a signed token, or is such that no browser sends it for another
/// site's page without asking first. No cookie counts as such a proof. The path must be open too.
public record ProvenPath(List<String> patterns) {}
