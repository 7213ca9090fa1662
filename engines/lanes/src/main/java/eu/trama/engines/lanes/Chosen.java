package eu.trama.engines.lanes;

/// Which lanes this JVM runs, decided once.
final class Chosen {
  /// A vector must at least be twice as wide as a `long`.
  private static final int LEAST_VECTOR_BYTES = 16;

  static final Lanes LANES = choose();

  private Chosen() {}

  private static Lanes choose() {
    boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return vectors && VectorLanes.bytes() >= LEAST_VECTOR_BYTES
        ? new VectorLanes()
        : new PlainLanes(Lanes.WIDEST);
  }
}
