package eu.trama.city.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colours of the ramps in `tokens.css`, seen with each kind of colour vision: simulated as
/// Machado, Oliveira and Fernandes (2009) do for a complete lack of one cone, told apart by CIE
/// 1976 colour difference, where 2.3 is just noticeable.
class RampTest {

  private static final double CLEARLY_DIFFERENT = 9;
  private static final double ENDS_DIFFERENT = 40;

  private static final double[][][] VISIONS = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    },
  };

  @ParameterizedTest
  @CsvSource({"seq,0", "seq,1", "div,0", "div,1"})
  void neighbouringStepsAreToldApartByEveryEye(String ramp, int theme) throws IOException {
    for (double[][] vision : VISIONS) {
      var steps = steps(ramp, theme, vision);
      for (int i = 1; i < steps.size(); i++) {
        assertThat(difference(steps.get(i - 1), steps.get(i)))
            .as("%s %d to %d", ramp, i - 1, i)
            .isGreaterThan(CLEARLY_DIFFERENT);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void lessAndMoreAreNeverMistakenForEachOther(int theme) throws IOException {
    for (double[][] vision : VISIONS) {
      var steps = steps("div", theme, vision);
      assertThat(difference(steps.getFirst(), steps.getLast())).isGreaterThan(ENDS_DIFFERENT);
      assertThat(difference(steps.get(1), steps.get(5))).isGreaterThan(ENDS_DIFFERENT / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,-1", "1,1"})
  void muchIsAlwaysDarkerOnPaperAndLighterInTheDark(int theme, int sign) throws IOException {
    var steps = steps("seq", theme, VISIONS[0]);
    for (int i = 1; i < steps.size(); i++) {
      assertThat(Math.signum(steps.get(i)[0] - steps.get(i - 1)[0])).isEqualTo(sign);
    }
  }

  @Test
  void fewClassesUseTheWholeRamp() {
    assertThat(Ramp.SEQUENTIAL.style(0, 3)).isEqualTo("ramp-seq-0");
    assertThat(Ramp.SEQUENTIAL.style(2, 3)).isEqualTo("ramp-seq-6");
    assertThat(Ramp.DIVERGING.style(2, 5)).as("the middle").isEqualTo("ramp-div-3");
    assertThat(Ramp.DIVERGING.style(Breaks.NO_DATA, 5)).isEqualTo("ramp-none");
  }

  private static List<double[]> steps(String ramp, int theme, double[][] vision)
      throws IOException {
    var css =
        Files.readString(
            Path.of(
                System.getProperty("trama.root"), "city/src/main/resources/static/css/tokens.css"));
    return IntStream.range(0, Ramp.STEPS)
        .mapToObj(i -> "--" + ramp + "-" + i)
        .map(token -> lab(vision, colour(css, token, theme)))
        .toList();
  }

  private static String colour(String css, String token, int theme) {
    var found =
        Pattern.compile(token + ": light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)").matcher(css);
    assertThat(found.find()).as(token).isTrue();
    return found.group(theme + 1).toLowerCase(Locale.ROOT);
  }

  /// CIE L*a*b* under D65 of an sRGB colour seen with that vision.
  private static double[] lab(double[][] vision, String colour) {
    var seen = new double[3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int part = Integer.parseInt(colour.substring(1 + 2 * j, 3 + 2 * j), 16);
        seen[i] += vision[i][j] * linear(part / 255.0);
      }
      seen[i] = Math.clamp(seen[i], 0, 1);
    }
    double x = (0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.95047;
    double y = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2];
    double z = (0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.08883;
    return new double[] {116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))};
  }

  private static double linear(double c) {
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static double root(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  private static double difference(double[] a, double[] b) {
    return Math.sqrt(
        Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
  }
}
