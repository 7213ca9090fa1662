package eu.trama.city.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a method of a service, whatever page or program leads there: people with one of
/// these roles. Anybody else gets an [org.springframework.security.access.AccessDeniedException],
/// which the pages tell in words.
///
/// ```java
/// @Needs({Role.OPERATOR, Role.AUDITOR})
/// public List<Entry> latest(int limit) {
/// ```
///
/// It works on public methods of beans called from other beans.
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  Role[] value();
}
