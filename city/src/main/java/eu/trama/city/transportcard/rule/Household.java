package eu.trama.city.transportcard.rule;

/// What the rule asks of a person, and no more: not the age, only whether it is 60 or more.
///
/// @param registered in the city's register of residents
/// @param sixty whether aged 60 or more
/// @param disability whether a disability of 33 % or more is certified
/// @param members of the family unit, the person included, from 1
/// @param incomeCents gross income of all members in a year, in cents of a euro
public record Household(
    boolean registered, boolean sixty, boolean disability, int members, long incomeCents) {

  public Household {
    if (members < 1 || incomeCents < 0) {
      throw new IllegalArgumentException("a household has members, and no negative income");
    }
  }

  Household withIncome(long cents) {
    return new Household(registered, sixty, disability, members, cents);
  }

  Household withMembers(int count) {
    return new Household(registered, sixty, disability, count, incomeCents);
  }
}
