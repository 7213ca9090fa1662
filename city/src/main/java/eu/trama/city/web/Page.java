package eu.trama.city.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The shell around a page's own content: what `web/layout.jte` draws. Every page template takes
/// one as its parameter `page`.
///
/// @param title the page's name, as its first heading and the window's title say it
/// @param section key of the current [Section], empty outside of all
/// @param crumbs the way to this page from the home page, both left out
/// @param wide whether the content may use the whole width, as a map does
public record Page(Visit visit, String title, String section, List<Link> crumbs, boolean wide) {

  static Page titled(Visit visit, String title) {
    return new Page(visit, title, "", List.of(), false);
  }

  /// The same page, in a section of the navigation.
  public Page in(String sectionKey) {
    return new Page(visit, title, sectionKey, crumbs, wide);
  }

  /// The same page, with the links that lead to it.
  public Page under(Link... way) {
    return new Page(visit, title, section, List.of(way), wide);
  }

  /// The same page, as wide as the window.
  public Page wholeWidth() {
    return new Page(visit, title, section, crumbs, true);
  }

  public String say(String key, Object... values) {
    return visit.say(key, values);
  }

  public Words words() {
    return visit.words();
  }

  public Language language() {
    return visit.language();
  }

  public String asset(String file) {
    return visit.site().assets().url(file);
  }

  public Optional<City> city() {
    return visit.city();
  }

  /// Colours of the city, or of the platform where no city is chosen.
  public String accent() {
    return city().map(City::key).orElse("trama");
  }

  /// The sections of the current city; none while no city is chosen.
  public List<Link> navigation() {
    return city()
        .map(c ->
            visit.site().sections().stream()
                .map(s -> new Link(s.label(words()), s.href(c), s.key().equals(section)))
                .toList())
        .orElse(List.of());
  }

  /// Pages that modules show at the foot.
  public List<Link> foot() {
    return visit.site().foot().stream().map(each -> each.link(words())).toList();
  }

  /// One link a city: to the current section there, or to that city's first one.
  public List<Link> citySwitch() {
    return visit.site().cities().stream()
        .map(c -> new Link(c.name(), hrefIn(c), city().filter(c::equals).isPresent()))
        .toList();
  }

  private String hrefIn(City city) {
    var sections = visit.site().sections();
    return sections.stream()
        .filter(s -> s.key().equals(section))
        .findFirst()
        .or(() -> sections.stream().findFirst())
        .map(s -> s.href(city))
        .orElse("/");
  }

  /// The whole way from the home page to here, this page last.
  public List<Link> way() {
    var way = new ArrayList<Link>();
    way.add(Link.to(say("web.home"), "/"));
    way.addAll(crumbs);
    way.add(new Link(title, visit.address(), true));
    return List.copyOf(way);
  }

  /// This page in each language, for `hreflang`.
  public List<Alternate> alternates() {
    return Arrays.stream(Language.values())
        .map(l -> new Alternate(l, withParameter(visit.address(), "lang", l.tag())))
        .toList();
  }

  private static String withParameter(String address, String name, String value) {
    return address + (address.indexOf('?') < 0 ? "?" : "&") + name + "=" + value;
  }

  /// Where to sign in and come back to this page.
  public String signInAddress() {
    return "/sign-in?back=" + URLEncoder.encode(visit.address(), StandardCharsets.UTF_8);
  }

  /// The same page in another language.
  public record Alternate(Language language, String href) {}
}
