package eu.trama.city.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void aFullBucketLetsItsNumberThroughAndThenOneForEachShareOfTheTime() {
    var bucket = new Bucket(new Allowance(3, 6), 0);
    assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(true, 2, 0));
    assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(true, 1, 0));
    assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(true, 0, 2));
    assertThat(bucket.take(0)).isEqualTo(new Bucket.Taken(false, 0, 2));
    assertThat(bucket.take(SECOND)).isEqualTo(new Bucket.Taken(false, 0, 1));
    assertThat(bucket.take(2 * SECOND)).isEqualTo(new Bucket.Taken(true, 0, 2));
    assertThat(bucket.take(100 * SECOND)).isEqualTo(new Bucket.Taken(true, 2, 0));
  }

  @Test
  void waitingAsLongAsToldIsEnoughAndNoLongerThanASecondTooMuch() {
    var random = new Random(20261124);
    for (int round = 0; round < 2_000; round++) {
      var allowance = new Allowance(1 + random.nextInt(50), 1 + random.nextInt(120));
      var bucket = new Bucket(allowance, 0);
      long now = 0;
      Bucket.Taken taken = bucket.take(now);
      while (taken.let()) {
        taken = bucket.take(now);
      }
      assertThat(taken.seconds()).isBetween(1L, (long) allowance.seconds() + 1);
      now += taken.seconds() * SECOND;
      assertThat(bucket.take(now).let()).as("%s after %d s", allowance, taken.seconds()).isTrue();
    }
  }

  /// Whatever the moments, no more go through than fill and time allow, and none is refused while
  /// fewer have.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverMoreThanTheAllowance(long seed) {
    var random = new Random(seed);
    var allowance = new Allowance(10, 5);
    var bucket = new Bucket(allowance, 0);
    var let = new ArrayDeque<Long>();
    long now = 0;
    for (int i = 0; i < 5_000; i++) {
      now += (long) (random.nextDouble() * SECOND);
      if (bucket.take(now).let()) {
        let.add(now);
      }
      while (now - let.getFirst() > 5 * SECOND) {
        let.removeFirst();
      }
      // In any five seconds: the bucket's fill and what flows in meanwhile.
      assertThat(let.size()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void aClockThatGoesBackGivesNothingAway() {
    var bucket = new Bucket(new Allowance(1, 10), 100 * SECOND);
    assertThat(bucket.take(100 * SECOND).let()).isTrue();
    assertThat(bucket.take(0).let()).isFalse();
    assertThat(bucket.take(105 * SECOND).let()).isFalse();
    assertThat(bucket.take(110 * SECOND).let()).isTrue();
  }

  @Test
  void memoryIsBoundedWhoeverAsks() {
    var buckets = new Buckets(new Allowance(1, 60), 1_000);
    for (int i = 0; i < 100_000; i++) {
      buckets.take("192.0.2." + i, 0);
    }
    assertThat(buckets.size()).isEqualTo(1_000);
    assertThat(buckets.take("192.0.2.99999", 0).let()).as("one that is remembered").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0/60", "60/0", "60", "a/b", "1/2/3", "-1/60", "''"})
  void aRateThatMakesNoSenseIsRefusedAtTheStart(String text) {
    assertThatThrownBy(() -> Allowance.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trustedProxiesAreAddressesAndMatchExactly() {
    var pattern = Proxies.pattern("10.0.0.5, 2001:db8::1");
    assertThat("10.0.0.5").matches(pattern);
    assertThat("10.0.0.50").doesNotMatch(pattern);
    assertThat("10a0.0.5").doesNotMatch(pattern);
    assertThatThrownBy(() -> Proxies.pattern("proxy.example"))
        .hasMessageContaining("TRAMA_TRUSTED_PROXIES");
  }
}
