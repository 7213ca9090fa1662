package eu.trama.city;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `docs/dependencies.md` names every library that a build file names, and its licence.
class DependenciesTest {

  private static final Path ROOT = Path.of(requireNonNull(System.getProperty("trama.root")));
  private static final Pattern ROW =
      Pattern.compile("\\| `([\\w.-]+)` \\| (`[^|]+`) \\| ([^|]+) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  /// Licences that the registry writes otherwise than SPDX does.
  private static final Map<String, String> WRITTEN =
      Map.of("EPL-2.0 or EDL-1.0", "EPL-2.0", "0BSD", "0BSD");

  @Test
  void everyDirectDependencyHasItsLineAndLicence() throws Exception {
    var named = new TreeSet<String>();
    try (var files = Files.find(ROOT, 3, (file, _) -> file.endsWith("pom.xml"))) {
      for (Path pom : files.filter(file -> !file.toString().contains("/target/")).toList()) {
        named.addAll(direct(pom));
      }
    }
    assertThat(named).contains("org.postgresql:postgresql", "de.siegmar:fastcsv");
    assertThat(documented().keySet()).containsAll(named);
    assertThat(documented().values()).allMatch(licence -> !licence.isBlank());
  }

  @Test
  void theBillOfMaterialsConfirmsTheLicences() throws IOException {
    Path bill = ROOT.resolve("target/bom.json");
    assumeTrue(Files.exists(bill), "no bill of materials here (./trama sbom makes it)");
    var licences = new TreeMap<String, String>();
    for (JsonNode part : JsonMapper.builder().build().readTree(bill.toFile()).path("components")) {
      licences.put(
          part.path("group").asString("") + ":" + part.path("name").asString(""),
          part.path("licenses").toString());
    }
    documented()
        .forEach((library, licence) ->
            assertThat(licences)
                .as("%s is %s", library, licence)
                .hasEntrySatisfying(
                    library,
                    found -> assertThat(found).contains(WRITTEN.getOrDefault(licence, licence))));
  }

  private static Map<String, String> documented() throws IOException {
    var documented = new TreeMap<String, String>();
    var rows = ROW.matcher(Files.readString(ROOT.resolve("docs/dependencies.md")));
    while (rows.find()) {
      var names = NAME.matcher(rows.group(2));
      while (names.find()) {
        documented.put(rows.group(1) + ":" + names.group(1), rows.group(3).strip());
      }
    }
    return documented;
  }

  /// What a build file itself takes, without what it only fixes the version of.
  private static Set<String> direct(Path pom) throws Exception {
    var found = new TreeSet<String>();
    var project =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(pom.toFile())
            .getDocumentElement();
    for (Element dependencies : children(project, "dependencies")) {
      for (Element each : children(dependencies, "dependency")) {
        String group = text(each, "groupId");
        if (!group.equals("eu.trama")) {
          found.add(group + ":" + text(each, "artifactId"));
        }
      }
    }
    return found;
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    return children(parent, name).getFirst().getTextContent().strip();
  }
}
