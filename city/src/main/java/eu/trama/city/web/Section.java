package eu.trama.city.web;

/// A part of the site that a module supplies, shown in the navigation of each city and on the home
/// page. Declare it as a bean.
public interface Section {

  /// Names the section, to mark the current one: `Page.in(key)`.
  String key();

  /// Sections stand in ascending order.
  int order();

  /// Where the section of that city starts, such as `/barcelona/map`.
  String href(City city);

  /// One or two words for the navigation.
  String label(Words words);

  /// One plain sentence for the home page: what a visitor can do there.
  String summary(Words words);
}
