/// Texts for people that lie in data files, in every language of the pages.
@NullMarked
package eu.trama.city.algorithms.text;

import org.jspecify.annotations.NullMarked;
