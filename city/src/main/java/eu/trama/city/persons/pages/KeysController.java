package eu.trama.city.persons.pages;

import eu.trama.city.identity.Doors;
import eu.trama.city.identity.OwnPage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.persons.Forgotten;
import eu.trama.city.persons.Vault;
import eu.trama.city.web.Link;
import eu.trama.city.web.Pages;
import eu.trama.city.web.RolePath;
import eu.trama.city.web.Visit;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Forgets a person who asked for it, and exchanges the master key. What is destroyed here comes
/// back from nowhere, so that the code is typed twice.
@Controller
class KeysController {

  private static final int LONGEST = 200;

  private final Pages pages;
  private final Vault vault;

  KeysController(Pages pages, Vault vault) {
    this.pages = pages;
    this.vault = vault;
  }

  @Bean
  static RolePath keysPages() {
    return Doors.to(Role.OPERATOR).reading("/operator/persons");
  }

  @Bean
  static RolePath keysForms() {
    return Doors.to(Role.OPERATOR).posting("/operator/persons/forget", "/operator/persons/rotate");
  }

  @Bean
  static OwnPage keysInMenu() {
    return new OwnPage() {
      @Override
      public int order() {
        return 30;
      }

      @Override
      public boolean isFor(Person person) {
        return person.is(Role.OPERATOR);
      }

      @Override
      public Link link(Words words) {
        return Link.to(words.say("persons.title"), "/operator/persons");
      }
    };
  }

  @GetMapping("/operator/persons")
  View keys(Visit visit) {
    return show(visit, "", Optional.empty(), "", List.of());
  }

  @PostMapping("/operator/persons/forget")
  View forget(
      Visit visit,
      @RequestParam(name = "person", defaultValue = "") String person,
      @RequestParam(name = "again", defaultValue = "") String again) {
    String id = person.strip();
    if (id.isEmpty() || id.length() > LONGEST) {
      return show(visit, "", Optional.empty(), "", error("person", visit.say("persons.none")));
    }
    if (!id.equals(again.strip())) {
      return show(visit, "", Optional.empty(), id, error("again", visit.say("persons.differ")));
    }
    Optional<Forgotten> forgotten = vault.forget(id);
    return forgotten.isEmpty()
        ? show(visit, "", forgotten, id, error("person", visit.say("persons.unknown")))
        : show(visit, visit.say("persons.forgotten"), forgotten, "", List.of());
  }

  @PostMapping("/operator/persons/rotate")
  View rotate(Visit visit) {
    return show(
        visit, visit.say("persons.rotated", vault.rotate()), Optional.empty(), "", List.of());
  }

  private static List<FormError> error(String field, String message) {
    return List.of(new FormError(field, message));
  }

  private View show(
      Visit visit,
      String said,
      Optional<Forgotten> forgotten,
      String person,
      List<FormError> errors) {
    var fields =
        List.of(
            Field.of("person", Field.Kind.TEXT, visit.say("persons.person"))
                .hint(visit.say("persons.person.hint"))
                .value(person)
                .checked(errors),
            Field.of("again", Field.Kind.TEXT, visit.say("persons.again"))
                .hint(visit.say("persons.again.hint"))
                .checked(errors));
    return pages.show(
        "persons/keys",
        visit.page(visit.say("persons.title")),
        new KeysPage(said, forgotten, fields, errors));
  }
}
