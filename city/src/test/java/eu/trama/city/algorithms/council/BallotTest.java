package eu.trama.city.algorithms.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// How the council counts.
class BallotTest {

  private static Ballot of(int seats, int present, Vote... votes) {
    return Ballot.of(seats, present, List.of(votes));
  }

  @Test
  void moreThanHalfOfTheSeatsMakeAQuorum() {
    assertThat(of(4, 2, Vote.FOR, Vote.FOR).quorum()).isFalse();
    assertThat(of(4, 3, Vote.FOR, Vote.FOR).passed()).isTrue();
    assertThat(of(5, 2, Vote.FOR, Vote.FOR).passed()).isFalse();
    assertThat(of(5, 3, Vote.FOR, Vote.FOR).passed()).isTrue();
    assertThat(of(0, 0).quorum()).isFalse();
  }

  @Test
  void aTieIsNoMajorityAndAbstentionsCountForNeither() {
    assertThat(of(3, 3, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN).passed()).isFalse();
    assertThat(of(3, 3, Vote.FOR, Vote.ABSTAIN, Vote.ABSTAIN).passed()).isTrue();
    assertThat(of(3, 3, Vote.ABSTAIN, Vote.ABSTAIN, Vote.ABSTAIN).passed()).isFalse();
    assertThat(of(3, 3, Vote.FOR, Vote.AGAINST, Vote.AGAINST)).isEqualTo(new Ballot(3, 3, 1, 2, 0));
  }
}
