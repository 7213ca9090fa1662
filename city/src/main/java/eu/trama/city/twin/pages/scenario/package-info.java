/// The pages on which a scenario is begun, edited step by step, shared and compared.
@NullMarked
package eu.trama.city.twin.pages.scenario;

import org.jspecify.annotations.NullMarked;
