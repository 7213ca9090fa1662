package eu.trama.city.ogc.frame;

import eu.trama.city.twin.Twin;
import eu.trama.city.web.OpenPath;
import eu.trama.city.web.Visits;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Opens the APIs for reading to everybody, programs in other people's pages included.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OgcSetup {

  private static final String[] PATHS = {"/ogc/{city}", "/ogc/{city}/**"};

  @Bean
  WebMvcConfigurer askedSupport(Twin twin, Visits visits) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver(twin, visits));
      }
    };
  }

  @Bean
  OpenPath ogcReading() {
    return OpenPath.reading(PATHS);
  }

  @Bean
  OpenPath ogcOptions() {
    return new OpenPath(Set.of(HttpMethod.OPTIONS), List.of(PATHS));
  }

  /// Reading from another site's page: no cookie is sent or read, so that nothing but what
  /// everybody may see can be had this way. It stands before the security, which knows no preflight
  /// requests.
  @Bean
  FilterRegistrationBean<Filter> ogcFromOtherSites() {
    var anybody = new CorsConfiguration();
    anybody.setAllowedOrigins(List.of(CorsConfiguration.ALL));
    anybody.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
    anybody.setAllowedHeaders(List.of(CorsConfiguration.ALL));
    anybody.setExposedHeaders(
        List.of(
            "Link", "Content-Crs", "ETag", "Location", "OGC-NumberMatched", "Preference-Applied"));
    anybody.setMaxAge(Duration.ofDays(1));
    var source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/ogc/**", anybody);
    var filter = new FilterRegistrationBean<Filter>(new CorsFilter(source));
    filter.addUrlPatterns("/ogc/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }
}
