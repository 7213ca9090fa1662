package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Revision;
import eu.trama.city.algorithms.stages.Actor;
import eu.trama.city.web.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The people of one page, told apart without saying who they are: numbered in the order in which
/// they first did something. What an auditor must see is whether the same person did two things,
/// and whether that person is of the team.
final class Acquaintances {

  private final Words words;
  private final String reader;
  private final Set<String> team;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// @param reader id of who reads the page
  Acquaintances(Words words, String reader, Entry entry, List<Revision> history) {
    this.words = words;
    this.reader = reader;
    this.team = entry.dossier().team();
    record Deed(java.time.Instant at, String person) {}
    java.util.stream.Stream.concat(
            history.stream().map(r -> new Deed(r.at(), r.person())),
            entry.events().stream().map(e -> new Deed(e.at(), e.person())))
        .filter(deed -> !deed.person().equals(Actor.MACHINE.person()))
        .sorted(java.util.Comparator.comparing(Deed::at))
        .forEach(deed -> numbers.computeIfAbsent(deed.person(), p -> numbers.size() + 1));
  }

  String told(String person) {
    if (person.equals(Actor.MACHINE.person())) {
      return "–";
    }
    String who =
        person.equals(reader)
            ? words.say("algorithms.person.you")
            : words.say("algorithms.person", numbers.getOrDefault(person, 0));
    return team.contains(person) ? words.say("algorithms.person.of-team", who) : who;
  }
}
