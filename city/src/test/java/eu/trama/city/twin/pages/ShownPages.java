package eu.trama.city.twin.pages;

import eu.trama.city.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Knows which pages the twin has and which of them a test has shown, so that a test can fail on a
/// page that nobody looked at: by the methods of its controllers, and by its templates.
class ShownPages implements WebMvcConfigurer, HandlerInterceptor {

  private static final String TWIN = "eu.trama.city.twin.";
  private static final Path TEMPLATES =
      Path.of(System.getProperty("trama.root"), "city/src/main/jte/twin");

  private final ObjectProvider<RequestMappingHandlerMapping> handlers;
  private final Set<String> shown = new ConcurrentSkipListSet<>();

  ShownPages(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> handlers) {
    this.handlers = handlers;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(Pages.TEMPLATE) instanceof String template) {
      shown.add(template);
    }
    if (handler instanceof HandlerMethod method
        && request.getMethod().equals(HttpMethod.GET.name())) {
      shown.add(name(method));
    }
  }

  private static String name(HandlerMethod method) {
    return method.getBeanType().getSimpleName() + "." + method.getMethod().getName();
  }

  void forget() {
    shown.clear();
  }

  /// Pages of the twin that were not asked for since the last [#forget].
  Set<String> missing() {
    var missing = new TreeSet<>(methods());
    missing.addAll(templates());
    missing.removeAll(shown);
    return missing;
  }

  /// Everything that answers GET with a page.
  private Set<String> methods() {
    var methods = new TreeSet<String>();
    handlers
        .getObject()
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          boolean ofTwin = method.getBeanType().getPackageName().startsWith(TWIN);
          boolean page = View.class.isAssignableFrom(method.getMethod().getReturnType());
          boolean file =
              mapping.getPatternValues().stream().anyMatch(path -> path.matches(".*\\.\\w+"));
          if (ofTwin
              && page
              && !file
              && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            methods.add(name(method));
          }
        });
    return methods;
  }

  /// Templates of whole pages: they take the shell and a model.
  private static Set<String> templates() {
    var templates = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(TEMPLATES, "*.jte")) {
      for (Path file : files) {
        String text = Files.readString(file);
        if (text.contains("@param Page page") && text.contains(" model\n")) {
          templates.add("twin/" + file.getFileName().toString().replace(".jte", ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return templates;
  }
}
