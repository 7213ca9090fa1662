package eu.trama.city.store;

import org.jspecify.annotations.Nullable;

/// A backup was not written or not restored; nothing has changed. The message is plain, and says
/// what was found and what the operator can do.
public final class BackupRefusedException extends RuntimeException {

  public BackupRefusedException(String message) {
    super(message);
  }

  public BackupRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
