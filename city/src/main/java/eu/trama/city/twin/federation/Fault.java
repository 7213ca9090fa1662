package eu.trama.city.twin.federation;

/// Why a server could not be used. The names are keys of messages, `twin.peer.fault.<key>`.
enum Fault {
  /// No answer within the time that a page can wait.
  SLOW,
  /// No connection, or one that broke.
  UNREACHABLE,
  /// An answer that says no: a status of 400 or more, or a way to somewhere else.
  REFUSED,
  /// An answer that is not what the standard says.
  UNCLEAR,
  /// More than is taken from a stranger.
  LARGE,
  /// An address that this server may not ask.
  FORBIDDEN;

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
