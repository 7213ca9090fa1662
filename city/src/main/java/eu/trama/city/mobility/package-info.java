/// Mobility: timetables into the twin, and the model that tells who reaches what by public
/// transport.
@NullMarked
@org.springframework.modulith.ApplicationModule(displayName = "Mobility")
package eu.trama.city.mobility;

import org.jspecify.annotations.NullMarked;
