@NullMarked
package eu.trama.city.web.chart;

import org.jspecify.annotations.NullMarked;
