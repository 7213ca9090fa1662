package eu.trama.city.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/// Why a request was refused, where the error page has more to say than the status tells.
public enum Reason {
  /// A form's anti-forgery token is missing or old.
  FORM,
  /// It belongs to another person.
  OWNED,
  /// The built-in identity provider is for this machine only.
  PROVIDER,
  /// As many computations as one may ask for wait already.
  QUEUE;

  private static final String ATTRIBUTE = "trama.reason";

  /// Leaves the reason for the error page.
  public void note(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /// The reason that was left, if any.
  public static Optional<Reason> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Reason reason
        ? Optional.of(reason)
        : Optional.empty();
  }

  /// What stands for it in messages.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
