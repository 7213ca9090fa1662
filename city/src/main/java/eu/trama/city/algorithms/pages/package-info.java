/// The pages of the register: for everybody, and for the people who keep it.
@NullMarked
package eu.trama.city.algorithms.pages;

import org.jspecify.annotations.NullMarked;
