package eu.trama.city.persons;

/// What was sealed can no longer be opened: the person has been forgotten.
public final class KeyDestroyed extends RuntimeException {
  KeyDestroyed() {
    super("the key to this has been destroyed");
  }
}
