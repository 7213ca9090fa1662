package eu.trama.city.twin.federation;

import java.util.List;

/// What a server says that it has.
///
/// @param layers its collections of features
/// @param models its processes
record Offer(String title, String description, List<Layer> layers, List<Offered> models) {

  Offer {
    layers = List.copyOf(layers);
    models = List.copyOf(models);
  }

  /// A collection (OGC API Features).
  ///
  /// @param items address of its features
  /// @param licence address or name of its licence; empty where the server tells none
  record Layer(String id, String title, String description, String items, String licence) {}

  /// A process (OGC API Processes).
  ///
  /// @param address of its description
  record Offered(String id, String title, String version, String address) {}
}
