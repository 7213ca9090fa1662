/// The rule, pure: what it says depends on its arguments alone. The hash of the classes of this
/// package and of the thresholds is the version that the permit is for.
@NullMarked
package eu.trama.city.transportcard.rule;

import org.jspecify.annotations.NullMarked;
