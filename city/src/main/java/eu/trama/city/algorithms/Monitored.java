package eu.trama.city.algorithms;

import eu.trama.city.web.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a rule set's cases is counted while it is in operation. The city keeps the counts of a
/// month and no row for a case, see docs/decisions/0060-counts-without-persons.md. Nothing is asked
/// of people in order to count it: groups and values follow from answers that the rule needs.
public interface Monitored {

  /// Nothing is counted.
  Monitored NOTHING = new Uncounted();

  /// By what people are told apart.
  List<Attribute> attributes();

  /// Numbers that go in, with the bins in which they are counted.
  List<Input> inputs();

  /// The group of an attribute to which a case belongs.
  String group(String attribute, Map<String, String> answers);

  /// The number that went in.
  double value(String input, Map<String, String> answers);

  /// Whether an outcome is in the person's favour; empty where it leaves the decision to a human.
  Optional<Boolean> favours(String outcome);

  /// What an attribute is, for people.
  String attribute(Words words, String attribute);

  /// What a group is, for people.
  String group(Words words, String attribute, String group);

  /// What an input is, for people.
  String input(Words words, String input);

  /// @param groups each with a key, in the order in which they are shown
  record Attribute(String key, List<String> groups) {
    public Attribute {
      groups = List.copyOf(groups);
    }
  }

  /// @param edges upper edges of the bins, ascending, each within its bin; the last bin has none
  record Input(String key, List<Double> edges) {
    public Input {
      edges = List.copyOf(edges);
      for (int i = 1; i < edges.size(); i++) {
        if (edges.get(i - 1) >= edges.get(i)) {
          throw new IllegalArgumentException("edges ascend: " + edges);
        }
      }
    }

    public int bins() {
      return edges.size() + 1;
    }

    /// The bin of a value, from 0.
    public int bin(double value) {
      int bin = 0;
      while (bin < edges.size() && value > edges.get(bin)) {
        bin++;
      }
      return bin;
    }
  }
}
