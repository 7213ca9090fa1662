package eu.trama.city.web;

/// A link in a list of links: breadcrumbs, navigation, tabs, pages.
///
/// @param current whether it leads to what the visitor is looking at
public record Link(String label, String href, boolean current) {

  public static Link to(String label, String href) {
    return new Link(label, href, false);
  }
}
