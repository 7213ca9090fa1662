/// The pages on which a model is run, its result read, and two results compared.
@NullMarked
package eu.trama.city.twin.pages.run;

import org.jspecify.annotations.NullMarked;
