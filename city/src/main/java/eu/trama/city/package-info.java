/// The server of a city: one Spring Boot application, one package per municipal system.
@NullMarked
package eu.trama.city;

import org.jspecify.annotations.NullMarked;
