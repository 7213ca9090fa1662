package eu.trama.engines.transit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// What the engine may depend on, and which of its packages may see which.
class EngineBordersTest {
  private static final String ROOT = "eu.trama.engines.transit";
  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void dependsOnJavaLanesAndItsCsvReaderOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.io..",
                "java.lang..",
                "java.nio..",
                "java.time..",
                "java.util..",
                "de.siegmar.fastcsv..",
                "org.jspecify..",
                "eu.trama.engines.lanes..",
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
        .layer("walking")
        .definedBy(ROOT + ".walking")
        .layer("lines")
        .definedBy(ROOT + ".lines")
        .layer("gtfs")
        .definedBy(ROOT + ".gtfs")
        .layer("timetable")
        .definedBy(ROOT + ".timetable")
        .layer("search")
        .definedBy(ROOT + ".search")
        .whereLayer("search")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("timetable")
        .mayOnlyBeAccessedByLayers("search")
        .whereLayer("gtfs")
        .mayOnlyBeAccessedByLayers("timetable")
        .whereLayer("lines")
        .mayOnlyBeAccessedByLayers("timetable")
        .whereLayer("walking")
        .mayOnlyBeAccessedByLayers("timetable", "search")
        .whereLayer("findings")
        .mayOnlyBeAccessedByLayers("gtfs", "timetable")
        .whereLayer("geo")
        .mayOnlyBeAccessedByLayers("walking", "lines", "gtfs", "timetable", "search")
        .check(ENGINE);
  }
}
