package eu.trama.engines.records;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the engine may depend on, and which of its packages may see which.
class EngineBordersTest {
  private static final String ROOT = "eu.trama.engines.records";
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
                "java.math..",
                "java.nio..",
                "java.util..",
                "org.jspecify..",
                ROOT + ".."))
        .check(ENGINE);
  }

  @Test
  void packagesSeeOnlyWhatLiesBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("findings")
        .definedBy(ROOT + ".findings")
        .layer("copybook")
        .definedBy(ROOT + ".copybook")
        .layer("codepage")
        .definedBy(ROOT + ".codepage")
        .layer("value")
        .definedBy(ROOT + ".value")
        .layer("file")
        .definedBy(ROOT + ".file")
        .layer("column")
        .definedBy(ROOT + ".column")
        .layer("out")
        .definedBy(ROOT + ".out")
        .whereLayer("out")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("column")
        .mayOnlyBeAccessedByLayers("out")
        .whereLayer("file")
        .mayOnlyBeAccessedByLayers("column", "out")
        .whereLayer("value")
        .mayOnlyBeAccessedByLayers("file", "column", "out")
        .whereLayer("codepage")
        .mayOnlyBeAccessedByLayers("value", "file", "column", "out")
        .whereLayer("copybook")
        .mayOnlyBeAccessedByLayers("value", "file", "column", "out")
        .check(ENGINE);
  }
}
