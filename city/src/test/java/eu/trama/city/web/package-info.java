@NullMarked
package eu.trama.city.web;

import org.jspecify.annotations.NullMarked;
