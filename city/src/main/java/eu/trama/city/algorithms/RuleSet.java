package eu.trama.city.algorithms;

import eu.trama.city.web.Words;
import eu.trama.city.web.part.Field;
import eu.trama.city.web.part.FormError;
import java.util.List;
import java.util.Map;

/// A system that decides about people. Declare it as a bean; [Decisions] asks for its permit, keeps
/// what it decides, and shows it to the person, so that it can be explained and objected to.
///
/// The rule itself is pure: the same answers give the same conclusion.
public interface RuleSet {

  /// As the register names it.
  SystemId id();

  /// What this version is called, for people.
  String version();

  /// SHA-256 in hex of the code and the data by which it decides.
  String codeHash();

  /// What it must know, as questions of a form, with the answers that are there.
  List<Field> questions(Words words, Map<String, String> answers);

  /// What is wrong with these answers; empty where they can be decided on.
  List<FormError> check(Words words, Map<String, String> answers);

  /// Decides.
  ///
  /// @param answers such as [#check] finds nothing wrong with; others are ignored or refused
  /// @throws IllegalArgumentException on answers that [#check] finds wrong
  Conclusion decide(Map<String, String> answers);

  /// The outcomes that there are, the best for the person first.
  List<String> outcomes();

  /// What the system is called, in a sentence's beginning.
  String name(Words words);

  /// What an outcome means for the person, in a sentence.
  String outcome(Words words, String outcome);

  /// A reason, in a sentence.
  String reason(Words words, Conclusion.Reason reason);

  /// What would have had to be otherwise, in a sentence.
  String change(Words words, Conclusion.Change change);

  /// A question and its answer in short, for a table: what it is about, and what was said.
  Said said(Words words, String question, String answer);

  /// Where what it compares with comes from.
  List<Ground> grounds(Words words);

  /// What of its cases is counted in operation; nothing unless it says so.
  default Monitored monitored() {
    return Monitored.NOTHING;
  }

  /// @param label what it is about
  record Said(String label, String value) {}

  /// A fact that the rule itself brings, such as a threshold of a law.
  record Ground(String label, String value, String source, String href) {}
}
