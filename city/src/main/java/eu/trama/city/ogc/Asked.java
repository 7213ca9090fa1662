package eu.trama.city.ogc;

import eu.trama.city.twin.City;
import eu.trama.city.web.Page;
import eu.trama.city.web.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.View;

/// One request to the API of a city. A controller method takes it as a parameter; a path that names
/// no city of the twin has then been refused already.
///
/// @param base absolute address of the city's API, without a slash at its end
public record Asked(
    City city, String base, Visit visit, HttpServletRequest request, HttpServletResponse response) {

  /// Parameters that every address understands.
  public static final Set<String> EVERYWHERE = Set.of("f", "lang");

  private static final int LONGEST_VALUE = 2_000;

  /// Absolute address of a path of this API, such as `/collections`.
  public String href(String path) {
    return base + path;
  }

  /// This address in that form.
  public String hrefAs(Media media) {
    return Addresses.with(self(), "f", media.f());
  }

  /// This address as it was asked for, query included.
  public String self() {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    String root = base.substring(0, base.length() - ("/ogc/" + city.id()).length());
    return root + path + (query == null ? "" : "?" + query);
  }

  /// Refuses any parameter but these and those understood everywhere, and any that stands twice.
  public void only(String... names) {
    only(Set.of(names));
  }

  public void only(Set<String> names) {
    var known = new HashSet<>(EVERYWHERE);
    known.addAll(names);
    for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
      String value = String.join(",", given.getValue());
      if (!known.contains(given.getKey())) {
        throw Problem.parameter(
            given.getKey(),
            value,
            "No such parameter is known here; there are: "
                + String.join(", ", known.stream().sorted().toList())
                + ".");
      }
      if (given.getValue().length > 1) {
        throw Problem.parameter(given.getKey(), value, "Give it once.");
      }
      if (value.indexOf(0) >= 0) {
        throw Problem.parameter(
            given.getKey(), "\\0", "A character of code zero means nothing here.");
      }
      if (value.length() > LONGEST_VALUE) {
        throw Problem.parameter(given.getKey(), value, "Give at most 2,000 characters.");
      }
    }
  }

  /// The value of a parameter; empty where it is absent.
  public Optional<String> value(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  /// The form to answer in: what `f` says, else what `Accept` likes best, else the first.
  ///
  /// @throws Problem 400 where `f` names none of these, 406 where `Accept` wants none of them
  public Media choose(Media... offered) {
    response.addHeader("Vary", "Accept");
    Optional<String> f = value("f");
    if (f.isPresent()) {
      return Arrays.stream(offered)
          .filter(media -> media.f().equals(f.get()))
          .findFirst()
          .orElseThrow(
              () -> Problem.parameter("f", f.get(), "Give one of: " + names(offered) + "."));
    }
    List<MediaType> accepted = accepted(request);
    Media best = offered[0];
    double liked = best.liking(accepted);
    for (Media media : offered) {
      double liking = media.liking(accepted);
      if (liking > liked) {
        best = media;
        liked = liking;
      }
    }
    if (liked == 0) {
      throw new Problem(
          HttpStatus.NOT_ACCEPTABLE,
          "This can be had as "
              + String.join(", ", Arrays.stream(offered).map(m -> m.type().toString()).toList())
              + ".");
    }
    return best;
  }

  private static String names(Media... offered) {
    return String.join(", ", Arrays.stream(offered).map(Media::f).distinct().toList());
  }

  static List<MediaType> accepted(HttpServletRequest request) {
    try {
      List<MediaType> accepted = MediaType.parseMediaTypes(request.getHeader("Accept"));
      return accepted.isEmpty() ? List.of(MediaType.ALL) : accepted;
    } catch (InvalidMediaTypeException e) {
      throw new Problem(HttpStatus.BAD_REQUEST, "The header Accept cannot be read.");
    }
  }

  /// Writes a JSON document, unless the reader has the same already (`If-None-Match`).
  ///
  /// @return null, which tells Spring that the answer is complete
  public @Nullable View answer(Media media, Object document) throws IOException {
    return Answers.write(this, media, Answers.JSON.writeValueAsBytes(document));
  }

  /// Likewise, for a document that is bytes already.
  public @Nullable View answer(Media media, byte[] document) throws IOException {
    return Answers.write(this, media, document);
  }

  /// Whether the reader has what that content names (`If-None-Match`): the answer is complete then,
  /// and nothing need be computed. The content is hashed to the tag of the answer.
  ///
  /// @param content whatever changes with the answer: the question, and the state it is about
  public boolean unchanged(String content) {
    byte[] bytes = (content + "|" + visit.language().tag()).getBytes(StandardCharsets.UTF_8);
    return Answers.unchanged(this, Answers.tag(bytes));
  }

  /// How long others may keep the answer: a day where it can never change, else as long as the tag
  /// is asked for again.
  public void keepFor(boolean ever) {
    response.setHeader("Cache-Control", ever ? "public, max-age=86400" : "public, no-cache");
  }

  /// A page of this city with that title.
  public Page page(String title) {
    return visit.page(title);
  }

  public String say(String key, Object... values) {
    return visit.say(key, values);
  }

  /// What every document links to: itself, and itself in the other forms.
  public List<ApiLink> selfAndAlternates(Media chosen, Media... offered) {
    return Arrays.stream(offered)
        .map(media ->
            media.equals(chosen)
                ? ApiLink.to(self(), "self", media, "This document")
                : ApiLink.to(hrefAs(media), "alternate", media, "This document as " + media.f()))
        .toList();
  }
}
