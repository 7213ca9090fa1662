package eu.trama.city.twin;

import java.util.List;
import java.util.concurrent.Callable;

/// What a running model may ask of the twin.
public interface RunContext {

  /// Tells how far the run is.
  ///
  /// @param part from 0 to 1
  /// @param stage short name of what is being done; a message key of the model's module
  void progress(double part, String stage);

  /// Computes independent parts on the processors that a run may use, and gives their results in
  /// order. Their time is part of the run's cost.
  ///
  /// @throws InterruptedException when the run is cancelled; parts not yet begun are not
  <T> List<T> parallel(List<Callable<T>> parts) throws InterruptedException;
}
