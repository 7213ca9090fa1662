package eu.trama.ledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the engine may depend on, and which of its packages may see which.
class EngineBordersTest {

  private static final String ROOT = "eu.trama.ledger";
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
                "java.security..",
                "java.util..",
                "org.jspecify..",
                ROOT + ".."))
        .check(ENGINE);
  }

  @Test
  void packagesSeeOnlyWhatLiesBelow() {
    layeredArchitecture()
        .consideringAllDependencies()
        .layer("merkle")
        .definedBy(ROOT + ".merkle")
        .layer("note")
        .definedBy(ROOT + ".note")
        .layer("tiles")
        .definedBy(ROOT + ".tiles")
        .layer("receipt")
        .definedBy(ROOT + ".receipt")
        .layer("storage")
        .definedBy(ROOT + ".storage")
        .layer("log")
        .definedBy(ROOT + ".log")
        .layer("verify")
        .definedBy(ROOT + ".verify")
        .whereLayer("verify")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("verify")
        .whereLayer("storage")
        .mayOnlyBeAccessedByLayers("log", "verify")
        .whereLayer("receipt")
        .mayOnlyBeAccessedByLayers("log")
        .whereLayer("tiles")
        .mayOnlyBeAccessedByLayers("storage", "log", "verify")
        .whereLayer("note")
        .mayOnlyBeAccessedByLayers("receipt", "log", "verify")
        .whereLayer("merkle")
        .mayOnlyBeAccessedByLayers("note", "tiles", "receipt", "log", "verify")
        .check(ENGINE);
  }
}
