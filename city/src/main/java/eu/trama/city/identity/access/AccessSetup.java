package eu.trama.city.identity.access;

import eu.trama.city.identity.CurrentPerson;
import eu.trama.city.identity.Needs;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;

/// Puts a check in front of every service method that [Needs] a role.
@Configuration(proxyBeanMethods = false)
class AccessSetup {

  /// The server already wraps services for transactions; this joins in there.
  @Bean
  @org.springframework.context.annotation.Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor needs(ObjectProvider<CurrentPerson> current) {
    var where =
        new ComposablePointcut(AnnotationMatchingPointcut.forMethodAnnotation(Needs.class))
            .union(AnnotationMatchingPointcut.forClassAnnotation(Needs.class));
    return new DefaultPointcutAdvisor(where, new Check(current));
  }

  private record Check(ObjectProvider<CurrentPerson> current) implements MethodInterceptor {
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
      var method = call.getMethod();
      var needs = AnnotatedElementUtils.findMergedAnnotation(method, Needs.class);
      if (needs == null) {
        needs = AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Needs.class);
      }
      if (needs == null || !current.getObject().is(needs.value())) {
        throw new AccessDeniedException(
            method.getDeclaringClass().getSimpleName() + "." + method.getName());
      }
      return call.proceed();
    }
  }
}
