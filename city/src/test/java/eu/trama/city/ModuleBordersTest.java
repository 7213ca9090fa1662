package eu.trama.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/// The arrows between the packages point as they should. The diagram that docs shows is drawn here,
/// into `target/spring-modulith-docs`.
class ModuleBordersTest {

  private static final JavaClasses TRAMA =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("eu.trama");

  @Test
  void modulesUseOfEachOtherOnlyWhatIsOffered() {
    ApplicationModules modules = ApplicationModules.of(CityServer.class).verify();
    new Documenter(modules).writeModulesAsPlantUml();
  }

  @Test
  void enginesKnowNeitherTheCityNorItsLibraries() {
    noClasses()
        .that()
        .resideInAnyPackage("eu.trama.engines..", "eu.trama.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("eu.trama.city..", "org.springframework..", "java.sql..", "javax.sql..")
        .check(TRAMA);
  }

  @Test
  void onlyTheStoreAndTheShellHandleProcesses() {
    noClasses()
        .that()
        .resideOutsideOfPackages("eu.trama.city.store..", "eu.trama.city.cli..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Process.class, ProcessBuilder.class, ProcessHandle.class)
        .orShould()
        .callMethod(Runtime.class, "exec", String[].class)
        .check(TRAMA);
  }
}
