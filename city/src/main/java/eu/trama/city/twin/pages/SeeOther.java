package eu.trama.city.twin.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// After a form was sent: the browser reads another page anew (303, RFC 9110).
public final class SeeOther {

  private SeeOther() {}

  /// @param address with the part of the page that the reader is led to, such as `#main`: the focus
  ///   goes there, and without one the browser would keep that of the form
  public static View at(String address) {
    var view = new RedirectView(address);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    view.setExposeModelAttributes(false);
    return view;
  }
}
