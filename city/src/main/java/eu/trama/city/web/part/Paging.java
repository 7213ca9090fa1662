package eu.trama.city.web.part;

import eu.trama.city.web.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The pages of a long list: the first, the last, and those around the current one. Drawn by
/// `web/part/paging.jte`.
///
/// @param page the current page, from 1
/// @param pages how many there are
/// @param href the address of each page
public record Paging(int page, int pages, IntFunction<String> href) {

  /// Stands for the pages left out.
  public static final Link GAP = new Link("…", "", false);

  public Paging {
    if (page < 1 || page > pages) {
      throw new IllegalArgumentException("page " + page + " of " + pages);
    }
  }

  public List<Link> links() {
    var links = new ArrayList<Link>();
    int shown = 0;
    for (int p = 1; p <= pages; p++) {
      boolean near = Math.abs(p - page) <= 1;
      if (near || p == 1 || p == pages) {
        if (p - shown > 1) {
          links.add(GAP);
        }
        links.add(new Link(String.valueOf(p), href.apply(p), p == page));
        shown = p;
      }
    }
    return List.copyOf(links);
  }
}
