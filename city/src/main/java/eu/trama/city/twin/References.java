package eu.trama.city.twin;

import tools.jackson.databind.JsonNode;

/// Documents that a visitor refers to by their address instead of sending them.
public interface References {

  /// Fetches a JSON document, within bounds of time and size.
  ///
  /// @throws BadInput when the address may not be asked from here, which holds for all that is not
  ///   public, or gives no such document
  JsonNode read(String address);
}
