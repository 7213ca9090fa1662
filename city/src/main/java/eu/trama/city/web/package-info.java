/// Page shell, languages, design system and the way in: what every municipal system builds its
/// pages on. It knows none of them; they hand it beans of [CityDirectory], [Section] and
/// [OpenPath].
@NullMarked
package eu.trama.city.web;

import org.jspecify.annotations.NullMarked;
