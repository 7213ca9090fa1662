/// The frame of every city's API: landing page, conformance, description, refusals, and the headers
/// that let other people's pages read it.
@NullMarked
package eu.trama.city.ogc.frame;

import org.jspecify.annotations.NullMarked;
