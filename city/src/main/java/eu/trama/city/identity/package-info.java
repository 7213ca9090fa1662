/// Who is who: sign-in by OpenID Connect, people and their roles, sessions, and who may do what.
/// Personal data lie in the schema `identity` and nowhere else; other modules keep a person's id at
/// most.
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Identity")
package eu.trama.city.identity;

import org.jspecify.annotations.NullMarked;
