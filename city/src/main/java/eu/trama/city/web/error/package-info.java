/// What a visitor or a program is told when a request cannot be answered.
@NullMarked
package eu.trama.city.web.error;

import org.jspecify.annotations.NullMarked;
