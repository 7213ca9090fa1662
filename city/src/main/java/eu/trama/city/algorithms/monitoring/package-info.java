/// Systems in operation: figures of groups and of drift out of counts without persons, thresholds
/// that stop a system, and incidents with their deadlines.
@NullMarked
package eu.trama.city.algorithms.monitoring;

import org.jspecify.annotations.NullMarked;
