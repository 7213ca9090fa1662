/// Sessions of people who have signed in, kept in the store.
@NullMarked
package eu.trama.city.identity.session;

import org.jspecify.annotations.NullMarked;
