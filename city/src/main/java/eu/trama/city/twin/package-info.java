/// The digital twin: layers of features in two times, zones, the catalogue of datasets, scenarios,
/// models and their runs, indicators and their comparison. It knows nothing of the systems around
/// it: a system plugs a [Model] in.
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Twin")
package eu.trama.city.twin;

import org.jspecify.annotations.NullMarked;
