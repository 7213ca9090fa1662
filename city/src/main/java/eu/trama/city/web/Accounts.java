package eu.trama.city.web;

import jakarta.servlet.http.HttpServletRequest;

/// Says who is looking at a page. The module that knows people supplies the bean; without one
/// everybody is a visitor.
public interface Accounts {
  Account of(HttpServletRequest request, Words words);
}
