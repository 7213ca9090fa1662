/// The city for other people's programs: OGC API at `/ogc/{city}`, one per city, over the layers of
/// the twin. What an API offers is a list of [Part]s; this package has what they share: requests
/// ([Asked]), media types ([Media]), links ([ApiLink]), the description of the interface
/// ([OpenApi], [Operation]) and refusals ([Problem]).
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "OGC API")
package eu.trama.city.ogc;

import org.jspecify.annotations.NullMarked;
