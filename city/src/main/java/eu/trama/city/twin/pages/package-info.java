/// The pages of the digital twin: a city and its zones, layers and sources, and what pages about
/// scenarios and runs share.
@NullMarked
package eu.trama.city.twin.pages;

import org.jspecify.annotations.NullMarked;
