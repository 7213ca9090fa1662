package eu.trama.city.twin.pages.run;

import eu.trama.city.twin.Indicator;
import eu.trama.city.twin.Model;
import eu.trama.city.twin.pages.Paths;
import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which of a model's indicators a page shows: its measure, then a value for each facet, all in the
/// address. A choice that the model does not have falls back to the middle one.
///
/// @param title the indicator in words
/// @param measure what it measures, in words
/// @param definition of its measure
/// @param questions one select each, where there is more than one answer
/// @param query the choice as parameters of an address, without a leading sign
public record IndicatorChoice(
    Indicator indicator,
    String title,
    String measure,
    String definition,
    String unit,
    List<Field> questions,
    String query) {

  private static final String MEASURE = "measure";

  /// The choice of one indicator.
  public static IndicatorChoice of(Words words, Naming naming, Model model, Indicator indicator) {
    var chosen = new HashMap<>(indicator.facets());
    chosen.put(MEASURE, indicator.measure());
    return of(words, naming, model, chosen);
  }

  public static IndicatorChoice of(
      Words words, Naming naming, Model model, Map<String, String> chosen) {
    List<Indicator> all = model.indicators();
    var measures = all.stream().map(Indicator::measure).distinct().toList();
    String wanted = chosen.getOrDefault(MEASURE, "");
    String measure = measures.contains(wanted) ? wanted : measures.getFirst();
    var questions = new ArrayList<Field>();
    if (measures.size() > 1) {
      questions.add(
          Field.of(MEASURE, Field.Kind.SELECT, words.say("twin.indicator.measure"))
              .options(
                  measures.stream()
                      .map(each -> Field.Option.of(each, name(words, naming, model, each)))
                      .toList())
              .value(measure));
    }
    var query = new StringBuilder(MEASURE + "=" + Paths.parameter(measure));
    var title = new StringBuilder(name(words, naming, model, measure));
    List<Indicator> left = all.stream().filter(each -> each.measure().equals(measure)).toList();
    for (String facet : left.getFirst().facets().keySet()) {
      SortedSet<String> values = new TreeSet<>();
      left.forEach(each -> values.add(each.facets().getOrDefault(facet, "")));
      String asked = chosen.getOrDefault(facet, "");
      String value = values.contains(asked) ? asked : middle(values);
      left = left.stream().filter(each -> value.equals(each.facets().get(facet))).toList();
      String label = naming.say(words, model.id(), "facet." + facet);
      if (values.size() > 1) {
        questions.add(
            Field.of(facet, Field.Kind.SELECT, label)
                .options(
                    values.stream()
                        .map(
                            each -> Field.Option.of(each, value(words, naming, model, facet, each)))
                        .toList())
                .value(value));
      }
      query.append('&').append(Paths.parameter(facet)).append('=').append(Paths.parameter(value));
      title.append(", ").append(value(words, naming, model, facet, value));
    }
    Indicator indicator = left.getFirst();
    return new IndicatorChoice(
        indicator,
        title.toString(),
        name(words, naming, model, measure),
        naming.say(words, model.id(), "measure." + measure + ".definition"),
        naming.say(words, model.id(), "unit." + indicator.unit()),
        List.copyOf(questions),
        query.toString());
  }

  static String name(Words words, Naming naming, Model model, String measure) {
    return naming.say(words, model.id(), "measure." + measure + ".name");
  }

  /// A value in words of its own, such as "in 30 minutes"; else with the name of its facet.
  private static String value(Words words, Naming naming, Model model, String facet, String value) {
    return naming
        .find(words, model.id(), "facet." + facet + "." + value)
        .orElseGet(() -> naming.say(words, model.id(), "facet." + facet) + " " + value);
  }

  private static String middle(SortedSet<String> values) {
    return List.copyOf(values).get(values.size() / 2);
  }

  /// Decimals that tell values of this size apart.
  public static int decimals(java.util.Collection<Double> values) {
    double most = values.stream().mapToDouble(Math::abs).max().orElse(0);
    return most >= 100 || most == 0 ? 0 : most >= 10 ? 1 : 2;
  }
}
