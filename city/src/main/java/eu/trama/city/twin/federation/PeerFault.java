package eu.trama.city.twin.federation;

/// A peer that could not be asked, or whose answer could not be used.
final class PeerFault extends Exception {

  private final Fault fault;

  PeerFault(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  PeerFault(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
