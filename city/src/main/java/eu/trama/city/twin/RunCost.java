package eu.trama.city.twin;

/// What a run cost.
///
/// Energy follows Lannelongue, Grealey and Inouye, "Green Algorithms: Quantifying the Carbon
/// Footprint of Computation", Advanced Science 8 (2021): time x (cores x power per core x usage +
/// memory x power per GB) x PUE. CPU seconds stand for time x cores x usage. It is an estimate: the
/// machine's own meter is not read.
///
/// @param cpuSeconds of all threads that worked on it
/// @param peakBytes most heap in use by the whole server while it ran; an upper bound of the run's
///   own
/// @param wallSeconds from start to end
public record RunCost(double cpuSeconds, long peakBytes, double wallSeconds) {

  /// Power of one busy core where the processor is not known, W. Green Algorithms, default.
  public static final double WATT_PER_CORE = 12.0;

  /// Power of memory, W per GB. Green Algorithms, after Karyakin and Salem (2017).
  public static final double WATT_PER_GIGABYTE = 0.3725;

  /// Power usage effectiveness of a data centre, its world average. Uptime Institute survey 2020,
  /// rounded.
  public static final double PUE = 1.67;

  private static final double GIGABYTE = 1e9;

  public double joules() {
    double memory = wallSeconds * peakBytes / GIGABYTE * WATT_PER_GIGABYTE;
    return (cpuSeconds * WATT_PER_CORE + memory) * PUE;
  }
}
