package eu.trama.engines.roads;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the engine may depend on, and which of its packages may see which.
class EngineBordersTest {
  private static final String ROOT = "eu.trama.engines.roads";
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void dependsOnJavaOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.lang..",
                "java.nio..",
                "java.util..",
                "org.jspecify..",
                ROOT + ".."))
        .check(ENGINE);
  }

  @Test
  void packagesSeeOnlyWhatLiesBelow() {
    layeredArchitecture()
        .consideringAllDependencies()
        .layer("geo")
        .definedBy(ROOT + ".geo")
        .layer("findings")
        .definedBy(ROOT + ".findings")
        .layer("osm")
        .definedBy(ROOT + ".osm")
        .layer("rules")
        .definedBy(ROOT + ".rules")
        .layer("graph")
        .definedBy(ROOT + ".graph")
        .layer("route")
        .definedBy(ROOT + ".route")
        .layer("file")
        .definedBy(ROOT + ".file")
        .whereLayer("file")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("route")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("graph")
        .mayOnlyBeAccessedByLayers("route", "file")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("graph", "route", "file")
        .whereLayer("osm")
        .mayOnlyBeAccessedByLayers("rules", "graph")
        .whereLayer("findings")
        .mayOnlyBeAccessedByLayers("osm", "graph")
        .whereLayer("geo")
        .mayOnlyBeAccessedByLayers("graph", "route")
        .check(ENGINE);
  }
}
