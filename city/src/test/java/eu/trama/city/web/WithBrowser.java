package eu.trama.city.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Gives the tests of a class a [Browser] on the server of their Spring context, as a parameter; it
/// is closed when the class is done. Where no Chromium is installed the class is skipped.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithBrowser.Opener.class)
public @interface WithBrowser {

  final class Opener implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(Opener.class);

    @Override
    public void beforeAll(ExtensionContext test) {
      var server = SpringExtension.getApplicationContext(test).getEnvironment();
      int port = server.getRequiredProperty("local.server.port", Integer.class);
      test.getStore(NAMESPACE).put(Browser.class, Browser.start(port));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return Objects.requireNonNull(test.getStore(NAMESPACE).get(Browser.class, Browser.class));
    }
  }
}
