/// What a request may do: open paths, anti-forgery tokens, headers, size limits.
@NullMarked
package eu.trama.city.web.security;

import org.jspecify.annotations.NullMarked;
