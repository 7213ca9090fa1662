package eu.trama.city.web.shell;

import eu.trama.city.web.Account;
import eu.trama.city.web.Accounts;
import eu.trama.city.web.Assets;
import eu.trama.city.web.CityDirectory;
import eu.trama.city.web.FootPage;
import eu.trama.city.web.Messages;
import eu.trama.city.web.Pages;
import eu.trama.city.web.Section;
import eu.trama.city.web.Site;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The beans of the shell, and where static files are served from.
@Configuration(proxyBeanMethods = false)
class ShellSetup {

  /// A file's address changes with its bytes, so a browser may keep it for a year (RFC 8246).
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Bean
  Messages messages() {
    return Messages.load();
  }

  @Bean
  Assets assets() {
    return Assets.load();
  }

  @Bean
  TemplateEngine templates() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  Pages pages(TemplateEngine templates) {
    return new Pages(templates);
  }

  @Bean
  Site site(
      Messages messages,
      Assets assets,
      ObjectProvider<CityDirectory> directory,
      ObjectProvider<Section> sections,
      ObjectProvider<FootPage> foot) {
    return new Site(
        messages,
        assets,
        new RememberedCities(
            () -> directory.stream().flatMap(d -> d.cities().stream()).toList(), Clock.systemUTC()),
        sections.stream().sorted(Comparator.comparingInt(Section::order)).toList(),
        foot.stream().sorted(Comparator.comparingInt(FootPage::order)).toList());
  }

  @Bean
  VisitResolver visits(Site site, ObjectProvider<Accounts> known) {
    return new VisitResolver(site, known.getIfAvailable(() -> (request, words) -> Account.NONE));
  }

  @Bean
  WebMvcConfigurer pageSupport(VisitResolver visits, Assets assets) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visits);
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler(assets.folder() + "**")
            .addResourceLocations("classpath:/static/")
            .setCacheControl(FOR_EVER);
        // A WebJar's address holds its version.
        registry
            .addResourceHandler("/webjars/**")
            .addResourceLocations("classpath:/META-INF/resources/webjars/")
            .setCacheControl(FOR_EVER);
      }
    };
  }
}
