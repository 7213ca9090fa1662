package eu.trama.city.identity;

import eu.trama.city.web.Link;
import eu.trama.city.web.Words;

/// A page that belongs to whoever has signed in, shown in the menu under their name. Declare it as
/// a bean.
public interface OwnPage {

  /// Pages stand in ascending order, before those of the account itself.
  int order();

  boolean isFor(Person person);

  Link link(Words words);
}
