package eu.trama.city.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PropertiesTest {

  @Test
  void aNumberWithoutFractionIsWholeWhicheverWayItCame() {
    assertThat(Properties.of(Map.of("n", 3.0))).isEqualTo(Properties.of(Map.of("n", 3)));
    assertThat(Json.write(Properties.of(Map.of("n", 3.0)).values())).isEqualTo("{\"n\":3}");
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Properties.of(Map.of("n", Double.NaN)))
        .withMessageContaining("n is not a finite number");
  }

  @Test
  void refusesAnObject() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.properties(Json.read("{\"a\":{\"b\":1}}")));
  }

  @Test
  void aChangeReplacesItsNamesakesOnly() {
    var before = Properties.of(Map.of("a", 1, "b", "x"));
    assertThat(before.changedBy(Properties.of(Map.of("b", "y"))))
        .isEqualTo(Properties.of(Map.of("a", 1, "b", "y")));
  }

  /// Whatever the values, writing and reading gives equal properties and equal bytes.
  @Test
  void survivesJson() {
    var random = new Random(20_261_123);
    for (int round = 0; round < 2_000; round++) {
      var values = new TreeMap<String, Object>();
      for (int i = random.nextInt(6); i > 0; i--) {
        values.put("p" + i, value(random, true));
      }
      var properties = new Properties(values);
      String json = Json.write(properties.values());
      var read = Json.properties(Json.read(json));
      assertThat(read).isEqualTo(properties);
      assertThat(Json.write(read.values())).isEqualTo(json);
    }
  }

  private static Object value(Random random, boolean listToo) {
    return switch (random.nextInt(listToo ? 6 : 5)) {
      case 0 -> random.nextBoolean();
      case 1 -> random.nextLong();
      case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
      case 3 -> (double) random.nextInt();
      case 4 ->
          random
              .ints(random.nextInt(8), 32, 0x2FFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      default -> List.of(value(random, false), value(random, false));
    };
  }
}
