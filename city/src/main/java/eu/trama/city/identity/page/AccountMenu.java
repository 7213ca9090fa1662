package eu.trama.city.identity.page;

import eu.trama.city.identity.OwnPage;
import eu.trama.city.identity.Person;
import eu.trama.city.identity.Role;
import eu.trama.city.identity.access.SignInWay;
import eu.trama.city.identity.session.RequestSessions;
import eu.trama.city.web.Account;
import eu.trama.city.web.Accounts;
import eu.trama.city.web.Link;
import eu.trama.city.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Tells the page shell who is looking, and what pages that person has.
@Component
class AccountMenu implements Accounts {

  private final RequestSessions sessions;
  private final SignInWay way;
  private final ObjectProvider<OwnPage> ownPages;

  AccountMenu(RequestSessions sessions, SignInWay way, ObjectProvider<OwnPage> ownPages) {
    this.sessions = sessions;
    this.way = way;
    this.ownPages = ownPages;
  }

  @Override
  public Account of(HttpServletRequest request, Words words) {
    boolean open = way.openTo(request);
    var person = sessions.find(request).map(session -> session.person());
    return new Account(
        person.map(Person::name),
        person.map(p -> pages(p, words)).orElse(List.of()),
        open,
        open && way.kind() == SignInWay.Kind.BUILT_IN);
  }

  private List<Link> pages(Person person, Words words) {
    var pages = new ArrayList<Link>();
    ownPages.stream()
        .filter(each -> each.isFor(person))
        .sorted(Comparator.comparingInt(OwnPage::order))
        .forEach(each -> pages.add(each.link(words)));
    pages.add(Link.to(words.say("identity.sessions.title"), "/me/sessions"));
    if (person.is(Role.OPERATOR)) {
      pages.add(Link.to(words.say("identity.operator.title"), "/operator"));
    }
    if (person.is(Role.OPERATOR, Role.AUDITOR)) {
      pages.add(Link.to(words.say("identity.log.title"), "/operator/sign-ins"));
    }
    return pages;
  }
}
