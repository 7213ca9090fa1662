package eu.trama.city.ogc;

import eu.trama.city.twin.LayerSchema;
import java.util.List;

/// Adds links to the description of a collection: what else can be had of the layer. Declare it as
/// a bean.
public interface CollectionLinks {
  List<ApiLink> links(Asked asked, LayerSchema layer);
}
