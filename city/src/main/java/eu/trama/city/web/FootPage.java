package eu.trama.city.web;

/// A page that everybody should find from anywhere, shown at the foot of each page. Declare it as a
/// bean.
public interface FootPage {

  /// Pages stand in ascending order, after those of the shell.
  int order();

  Link link(Words words);
}
