package eu.trama.city.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

/// A link of a JSON document, as OGC API Common words them (RFC 8288).
///
/// @param href absolute address
/// @param rel a registered relation, such as `self`, or the address of one
/// @param type media type of what it leads to; empty where that is not known
/// @param title one line for people
/// @param templated whether parts in braces are to be filled in
@JsonInclude(Include.NON_DEFAULT)
public record ApiLink(String href, String rel, String type, String title, boolean templated) {

  public static ApiLink to(String href, String rel, Media media, String title) {
    return new ApiLink(href, rel, media.type().toString(), title, false);
  }

  /// A link whose address has parts to fill in.
  public static ApiLink template(String href, String rel, Media media, String title) {
    return new ApiLink(href, rel, media.type().toString(), title, true);
  }
}
