package eu.trama.city.algorithms.council;

import java.util.Collection;

/// The count of an item. There is a quorum where more than half of the seats took part in the
/// session; an item passes with a quorum and more votes for than against.
///
/// @param seats of the council at the time
/// @param present members who voted on some item of the session
public record Ballot(int seats, int present, int inFavour, int against, int abstained) {

  static Ballot of(int seats, int present, Collection<Vote> votes) {
    return new Ballot(
        seats,
        present,
        count(votes, Vote.FOR),
        count(votes, Vote.AGAINST),
        count(votes, Vote.ABSTAIN));
  }

  private static int count(Collection<Vote> votes, Vote vote) {
    return (int) votes.stream().filter(v -> v == vote).count();
  }

  public boolean quorum() {
    return present * 2 > seats;
  }

  public boolean passed() {
    return quorum() && inFavour > against;
  }
}
