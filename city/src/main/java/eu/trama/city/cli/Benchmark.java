package eu.trama.city.cli;

import java.util.List;

/// Something measured against a goal: `./trama bench NAME`. A module adds one by listing it in
/// `Trama`.
public interface Benchmark {

  String name();

  /// What it measures, in one line.
  String description();

  /// Measures; says on the way what it does.
  List<Goal> measure() throws Exception;

  /// A figure that was asked for and the one that was measured, in `unit`; less is better.
  record Goal(String name, double asked, double measured, String unit) {

    @Override
    public String toString() {
      return "goal %s asked %.1f %s measured %.2f %s"
          .formatted(name, asked, unit, measured, measured <= asked ? "met" : "short");
    }
  }
}
