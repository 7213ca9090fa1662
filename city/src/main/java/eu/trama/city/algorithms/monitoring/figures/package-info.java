/// The arithmetic of monitoring: counts in, figures with intervals out. No store, no clock.
@NullMarked
package eu.trama.city.algorithms.monitoring.figures;

import org.jspecify.annotations.NullMarked;
