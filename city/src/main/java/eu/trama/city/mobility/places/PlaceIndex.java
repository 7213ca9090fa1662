package eu.trama.city.mobility.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The places of a city by the words of their names, in memory: a few bytes a word.
///
/// A place is found when every word that was asked for, light ones aside, begins one of its name's
/// words, each by another one. Better names come first: all of the words, no others; then the more
/// of the name is asked for. When nothing is found, words may be misspelt by a letter, long ones by
/// two.
final class PlaceIndex {

  /// Longer questions are cut: nobody types them, and each word costs a search.
  static final int MOST_WORDS = 8;

  private static final int SHORT_WORD = 4;
  private static final int LONG_WORD = 8;
  private static final double FITTING = 0.01;
  private static final double SAME_PLACE_DEGREES = 0.002;

  /// What begins with a long word begins with its beginning too, hence giving the long ones their
  /// words first finds a way to give all of them one if there is any.
  private static final Comparator<String> HARDEST_FIRST =
      Comparator.comparing(PlaceNames::light)
          .thenComparing(Comparator.comparingInt(String::length).reversed());

  private record Entry(Place place, List<String> words) {}

  private record Found(Entry entry, double score) {}

  private final List<Entry> entries;

  /// All words in alphabetical order, and for each the entry that has it.
  private final String[] words;

  private final int[] entryOfWord;

  PlaceIndex(List<Place> places) {
    entries =
        places.stream().map(place -> new Entry(place, PlaceNames.words(place.name()))).toList();
    record Posting(String word, int entry) {}
    List<Posting> postings =
        IntStream.range(0, entries.size())
            .boxed()
            .flatMap(i -> entries.get(i).words().stream().distinct().map(w -> new Posting(w, i)))
            .sorted(Comparator.comparing(Posting::word).thenComparingInt(Posting::entry))
            .toList();
    words = postings.stream().map(Posting::word).toArray(String[]::new);
    entryOfWord = postings.stream().mapToInt(Posting::entry).toArray();
  }

  int size() {
    return entries.size();
  }

  /// The best places for a text, at most `limit`; stops of one name that stand together are one.
  List<Place> search(String text, int limit) {
    List<String> asked = PlaceNames.words(text);
    asked = asked.stream().limit(MOST_WORDS).sorted(HARDEST_FIRST).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    List<Found> found = found(asked, candidates(asked), PlaceIndex::begins);
    if (found.isEmpty()) {
      found = found(asked, IntStream.range(0, entries.size()).toArray(), PlaceIndex::resembles);
    }
    return distinct(
        found.stream()
            .sorted(
                Comparator.comparingDouble(Found::score)
                    .reversed()
                    .thenComparing(each -> each.entry().place().kind())
                    .thenComparing(each -> each.entry().place().name())
                    .thenComparing(each -> each.entry().place().id()))
            .map(each -> each.entry().place())
            .toList(),
        limit);
  }

  /// Entries with a word that begins with the longest of those asked for.
  private int[] candidates(List<String> asked) {
    String rarest = asked.getFirst();
    int at = Arrays.binarySearch(words, rarest);
    int from = at < 0 ? -at - 1 : at;
    while (from > 0 && words[from - 1].equals(rarest)) {
      from--;
    }
    int to = from;
    while (to < words.length && words[to].startsWith(rarest)) {
      to++;
    }
    return Arrays.stream(entryOfWord, from, to).distinct().toArray();
  }

  /// How a word of a name answers a word asked for.
  private interface Answers {
    boolean test(String asked, String word);
  }

  private static boolean begins(String asked, String word) {
    return word.startsWith(asked);
  }

  private static boolean resembles(String asked, String word) {
    int most = asked.length() < SHORT_WORD ? 0 : asked.length() < LONG_WORD ? 1 : 2;
    return begins(asked, word) || (most > 0 && PlaceNames.near(asked, word, most));
  }

  private List<Found> found(List<String> asked, int[] candidates, Answers answers) {
    var found = new ArrayList<Found>();
    for (int candidate : candidates) {
      Entry entry = entries.get(candidate);
      double score = score(asked, entry.words(), answers);
      if (score > 0) {
        found.add(new Found(entry, score));
      }
    }
    return found;
  }

  /// 0 where the name does not fit; about 1 where it is exactly that. Of two that are, the one that
  /// has the light words too is better.
  private static double score(List<String> asked, List<String> name, Answers answers) {
    var used = new boolean[name.size()];
    boolean onlyLight = asked.stream().allMatch(PlaceNames::light);
    double answered = 0;
    int fitting = 0;
    for (String word : asked) {
      int at = answering(word, name, used, answers);
      if (at >= 0) {
        used[at] = true;
        fitting++;
        answered += (double) Math.min(word.length(), name.get(at).length());
      } else if (onlyLight || !PlaceNames.light(word)) {
        return 0;
      }
    }
    double letters = 0;
    for (String word : name) {
      letters += PlaceNames.light(word) ? 1 : word.length();
    }
    return answered == 0 ? 0 : Math.min(1, answered / Math.max(1, letters)) + FITTING * fitting;
  }

  /// The word that answers: the same one if there is, else the shortest that does.
  private static int answering(String asked, List<String> name, boolean[] used, Answers answers) {
    int best = -1;
    for (int i = 0; i < name.size(); i++) {
      if (used[i] || !answers.test(asked, name.get(i))) {
        continue;
      }
      if (name.get(i).equals(asked)) {
        return i;
      }
      if (best < 0 || name.get(i).length() < name.get(best).length()) {
        best = i;
      }
    }
    return best;
  }

  private static List<Place> distinct(List<Place> places, int limit) {
    var kept = new ArrayList<Place>();
    for (Place place : places) {
      if (kept.size() == limit) {
        break;
      }
      if (kept.stream().noneMatch(other -> same(place, other))) {
        kept.add(place);
      }
    }
    return List.copyOf(kept);
  }

  private static boolean same(Place one, Place other) {
    return one.kind() == other.kind()
        && one.name().equals(other.name())
        && Math.abs(one.lat() - other.lat()) < SAME_PLACE_DEGREES
        && Math.abs(one.lon() - other.lon()) < SAME_PLACE_DEGREES;
  }
}
