package eu.trama.city.algorithms.stages;

import eu.trama.city.algorithms.RiskClass;
import eu.trama.city.algorithms.Texts;
import eu.trama.city.identity.Role;
import java.util.Set;

/// A condition that somebody signs before a system goes on.
///
/// @param evidence kind of evidence that it takes
/// @param signer role that signs
/// @param risks classes for which it stands
/// @param peopleOnly whether it stands for systems that act on people alone
/// @param ofVersion whether a new version of the code needs a new signature
/// @param makerOutside whether whoever made the evidence must not be of the system's team
/// @param signerOutside the same of who signs
/// @param law articles that ask for it
public record Gate(
    String id,
    String evidence,
    Role signer,
    Set<RiskClass> risks,
    boolean peopleOnly,
    boolean ofVersion,
    boolean makerOutside,
    boolean signerOutside,
    String law,
    Texts title,
    Texts explanation) {

  /// Whether it stands for a system of that class.
  boolean standsFor(RiskClass risk, boolean people) {
    return risks.contains(risk) && (people || !peopleOnly);
  }
}
