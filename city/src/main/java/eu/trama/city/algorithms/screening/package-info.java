/// The first question about every system: which duties does the law put on it? A tree of questions
/// as data, walked answer by answer to a conclusion with its articles.
@NullMarked
package eu.trama.city.algorithms.screening;

import org.jspecify.annotations.NullMarked;
