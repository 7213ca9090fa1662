/// The store: PostgreSQL, embedded or outside, the pool of connections to it and each module's
/// migrations.
///
/// A module that keeps data declares one [ModuleSchema] bean, puts its migrations into
/// `db/<module>`, and takes a `DataSource`: by the time it gets one, its tables are there.
@NullMarked
package eu.trama.city.store;

import org.jspecify.annotations.NullMarked;
