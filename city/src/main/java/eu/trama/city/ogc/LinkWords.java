package eu.trama.city.ogc;

import eu.trama.city.web.Page;

/// What a link is called on a page, in the reader's language.
public final class LinkWords {

  private LinkWords() {}

  /// The words for the link's relation; empty where there are none, so that its own title stands,
  /// which is in English.
  public static String of(Page page, ApiLink link) {
    String relation = link.rel().substring(link.rel().lastIndexOf('/') + 1);
    var known = page.words().messages().keys(page.language());
    return known.contains("ogc.link." + relation) ? page.say("ogc.link." + relation) : "";
  }
}
