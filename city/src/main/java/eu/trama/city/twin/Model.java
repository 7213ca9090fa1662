package eu.trama.city.twin;

import java.util.List;

/// A computation that a system plugs into the twin. The twin runs, keeps, compares and maps all
/// models the same way.
///
/// A model is deterministic: the same city and parameters give the same results, to the last bit.
/// It reads nothing but the view it is given: no clock, no network, no other tables.
public interface Model {

  /// Short name used in addresses, such as `reach`.
  String id();

  /// Changes whenever the results may.
  String version();

  List<Parameter> parameters();

  /// The layers it reads. A run is computed again only when one of these, or its scenario, is
  /// different.
  List<String> reads();

  List<Indicator> indicators();

  /// One class of each package that computes; their code is part of what names a run.
  List<Class<?>> code();

  /// @throws InterruptedException when the run is cancelled
  /// @throws BadInput when the city or the parameters do not allow a result, and why
  Results run(CityView city, Parameters parameters, RunContext context) throws InterruptedException;
}
