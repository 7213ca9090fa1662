package eu.trama.city.mobility.bench;

import eu.trama.city.cli.Benchmark;
import eu.trama.city.cli.MeasuredJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// `./trama bench transit`: reach in Porto Alegre, measured in a JVM of its own that has vector
/// instructions. Needs the real files; says so where they are absent.
public final class TransitBench implements Benchmark {
  /// Name, asked, measured, unit.
  private static final int GOAL_WORDS = 4;

  @Override
  public String name() {
    return "transit";
  }

  @Override
  public String description() {
    return "CPU ms an origin for travel times over a window; building its network";
  }

  @Override
  public List<Goal> measure() throws IOException, InterruptedException {
    Path data =
        Path.of(
            Objects.requireNonNullElse(
                System.getenv("TRAMA_DATA"),
                System.getProperty("trama.root", ".") + "/../shared/data"));
    if (!Files.exists(data.resolve("porto-alegre"))) {
      System.out.println("no folder porto-alegre in " + data + "; set TRAMA_DATA");
      return List.of();
    }
    var goals = new ArrayList<Goal>();
    MeasuredJvm.run(
        List.of("-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector"),
        ReachMeasurement.class,
        List.of(data.toString()),
        line -> {
          List<String> words = List.of(line.split("\t", -1));
          if (words.size() == GOAL_WORDS) {
            goals.add(
                new Goal(
                    words.get(0),
                    Double.parseDouble(words.get(1)),
                    Double.parseDouble(words.get(2)),
                    words.get(3)));
          } else {
            System.out.println(line);
          }
        });
    return goals;
  }
}
