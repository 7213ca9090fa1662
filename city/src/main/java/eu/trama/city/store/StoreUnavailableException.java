package eu.trama.city.store;

import org.jspecify.annotations.Nullable;

/// The store cannot be reached or started. The message is plain, and says what the operator can do.
public final class StoreUnavailableException extends RuntimeException {

  public StoreUnavailableException(String message) {
    super(message);
  }

  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
