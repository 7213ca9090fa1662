package eu.trama.engines.records.column;

import eu.trama.engines.records.copybook.Layout;
import eu.trama.engines.records.value.Coding;
import java.util.List;

/// A layout compiled for columns: which tables there are, which columns each has, and how the
/// places of rows are found. Every byte of a record belongs to exactly one column, so that columns
/// can be turned back into the same records. Immutable, shared by threads.
public final class Plan {
  private final Layout layout;
  private final Coding coding;
  private final List<Table> tables;
  private final List<ColumnPlan> columns;
  private final Body body;

  Plan(Layout layout, Coding coding, List<Table> tables, List<ColumnPlan> columns, Body body) {
    this.layout = layout;
    this.coding = coding;
    this.tables = List.copyOf(tables);
    this.columns = List.copyOf(columns);
    this.body = body;
  }

  /// Compiles a layout.
  ///
  /// @throws IllegalArgumentException where a segment rule names a field or value that is not there
  public static Plan of(Layout layout, Coding coding, Segments segments) {
    return new PlanBuilder(layout, coding, segments).build();
  }

  public static Plan of(Layout layout, Coding coding) {
    return of(layout, coding, Segments.none());
  }

  public Layout layout() {
    return layout;
  }

  public Coding coding() {
    return coding;
  }

  public List<Table> tables() {
    return tables;
  }

  public List<ColumnPlan> columns() {
    return columns;
  }

  Body body() {
    return body;
  }

  /// The column of a field, by its name where only one has it, or by its path.
  ///
  /// @throws IllegalArgumentException where there is none, or more than one
  public ColumnPlan column(String nameOrPath) {
    List<ColumnPlan> found =
        columns.stream()
            .filter(c ->
                c.named()
                    && (c.name().equalsIgnoreCase(nameOrPath)
                        || c.field().item().name().equalsIgnoreCase(nameOrPath)))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          (found.isEmpty() ? "no column " : "more than one column ") + nameOrPath);
    }
    return found.getFirst();
  }
}
