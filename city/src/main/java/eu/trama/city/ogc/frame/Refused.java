package eu.trama.city.ogc.frame;

/// What the page of a refusal shows.
public record Refused(int status, String detail, String address) {}
