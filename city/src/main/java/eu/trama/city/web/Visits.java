package eu.trama.city.web;

import jakarta.servlet.http.HttpServletRequest;

/// Reads a [Visit] off a request, for a module that resolves arguments of its own. A controller
/// method takes the visit as a parameter instead.
public interface Visits {
  Visit of(HttpServletRequest request);
}
