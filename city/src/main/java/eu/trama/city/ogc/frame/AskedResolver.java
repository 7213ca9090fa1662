package eu.trama.city.ogc.frame;

import eu.trama.city.ogc.Asked;
import eu.trama.city.ogc.Problem;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Twin;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Gives a controller method its [Asked], from the `{city}` of its path.
final class AskedResolver implements HandlerMethodArgumentResolver {

  private final Twin twin;
  private final Visits visits;

  AskedResolver(Twin twin, Visits visits) {
    this.twin = twin;
    this.visits = visits;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Asked.class;
  }

  @Override
  public Asked resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    var request = web.getNativeRequest(HttpServletRequest.class);
    var response = web.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null || container == null) {
      throw new IllegalStateException("an API is only asked over HTTP");
    }
    container.setRequestHandled(true); // As for a response: no view given means all is written.
    String id = cityId(request);
    City city = twin.city(id).orElseThrow(() -> Problem.missing("city " + id));
    return new Asked(city, base(request, city), visit(request, city), request, response);
  }

  private static String cityId(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map && map.get("city") instanceof String id ? id : "";
  }

  private static String base(HttpServletRequest request, City city) {
    return ServletUriComponentsBuilder.fromContextPath(request)
        .path("/ogc/" + city.id())
        .build()
        .toUriString();
  }

  /// The visit, in the city of the API: the shell looks for it at the beginning of the path.
  private Visit visit(HttpServletRequest request, City city) {
    return visits.of(request).in(new eu.trama.city.web.City(city.id(), city.name()));
  }
}
