package eu.trama.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/// The list of components that the compiler writes is the one that a search of every class finds.
class ComponentIndexTest {

  private static final String CITY = "eu.trama.city";

  @Test
  void theIndexNamesEveryComponent() {
    var indexed = new ClassPathScanningCandidateComponentProvider(true);
    var searched = new ClassPathScanningCandidateComponentProvider(true);
    // An index cannot answer for names, so with this the provider opens every class.
    searched.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile("none")));

    assertThat(names(indexed)).hasSizeGreaterThan(100).isEqualTo(names(searched));
    assertThat(getClass().getResource("/META-INF/spring.components")).isNotNull();
  }

  private static Set<String> names(ClassPathScanningCandidateComponentProvider provider) {
    var names = new TreeSet<String>();
    for (BeanDefinition found : provider.findCandidateComponents(CITY)) {
      names.add(String.valueOf(found.getBeanClassName()));
    }
    return names;
  }
}
