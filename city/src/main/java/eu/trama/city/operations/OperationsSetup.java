package eu.trama.city.operations;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OperationsSetup {

  @Bean
  FilterRegistrationBean<Filter> outageAnswer() {
    var answer = new FilterRegistrationBean<Filter>(new OutageAnswer());
    answer.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return answer;
  }
}
