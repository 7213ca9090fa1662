package eu.trama.engines.records.out;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.column.Column;
import eu.trama.engines.records.column.ColumnBatch;
import eu.trama.engines.records.column.ColumnPlan;
import eu.trama.engines.records.column.LongColumn;
import eu.trama.engines.records.column.Plan;
import eu.trama.engines.records.column.Table;
import eu.trama.engines.records.column.TextColumn;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes the rows of one table of a plan as CSV (RFC 4180), JSON lines or PostgreSQL COPY text.
///
/// The first cell is the place of the record in its file for the table of records, and the number
/// of the parent's row for every other, counted over the whole file, so that tables can be joined.
/// A value that cannot be read is empty (`null`, `\N`), and the last cell says so: it lists each
/// field whose status is not OK as `field=STATUS:bytes`, so that nothing becomes empty in silence.
public final class RowWriter {
  /// Forms of text.
  public enum Form {
    CSV,
    JSON_LINES,
    COPY
  }

  private final Form form;
  private final Table table;
  private final List<ColumnPlan> columns;
  private final CellWriter cells;
  private long rowsBefore;
  private long parentsBefore;

  public RowWriter(Plan plan, Table table, Form form) {
    this.form = form;
    this.table = table;
    this.columns =
        plan.columns().stream().filter(c -> c.named() && c.table() == table.number()).toList();
    CodePage page = plan.coding().page();
    this.cells = new CellWriter(page);
  }

  /// Names of the cells of a row.
  public List<String> header() {
    return java.util.stream.Stream.of(
            java.util.stream.Stream.of(table.parent() < 0 ? "position" : "parent_row"),
            columns.stream().map(c -> c.field().item().name()),
            java.util.stream.Stream.of("remarks"))
        .flatMap(s -> s)
        .toList();
  }

  /// Writes the first line of CSV; nothing in the other forms.
  public void begin(OutputStream out) throws IOException {
    if (form == Form.CSV) {
      cells.ascii(String.join(",", header()));
      cells.ascii("\r\n");
      out.write(cells.take());
    }
  }

  /// Writes all rows that a batch has of the table.
  public void write(ColumnBatch batch, OutputStream out) throws IOException {
    int parents = table.parent() < 0 ? 0 : batch.rows(table.parent());
    int parent = 0;
    for (int row = 0; row < batch.rows(table.number()); row++) {
      long first;
      if (table.parent() < 0) {
        first = batch.position(row);
      } else {
        while (parent + 1 <= parents && batch.first(table.number(), parent + 1) <= row) {
          parent++;
        }
        first = parentsBefore + parent;
      }
      row(batch, row, first);
    }
    rowsBefore += batch.rows(table.number());
    parentsBefore += parents;
    out.write(cells.take());
  }

  /// Rows written so far.
  public long rows() {
    return rowsBefore;
  }

  private void row(ColumnBatch batch, int row, long first) {
    name(table.parent() < 0 ? "position" : "parent_row", '{');
    cells.decimal(first, 0);
    StringBuilder remarks = new StringBuilder();
    for (ColumnPlan plan : columns) {
      name(plan.field().item().name(), ',');
      Column column = batch.column(plan);
      Status status = column.exceptions() == 0 ? Status.OK : column.status(row);
      switch (column) {
        case LongColumn numbers when status == Status.OK ->
            cells.decimal(numbers.unscaled()[row], numbers.scale());
        case TextColumn text when status != Status.MISSING -> text(text, row);
        default -> careful(column.value(row), plan.field().item().name(), remarks);
      }
    }
    name("remarks", ',');
    quoted(remarks.toString());
    cells.ascii(form == Form.CSV ? "\r\n" : form == Form.COPY ? "\n" : "}\n");
  }

  private void name(String name, char before) {
    if (form == Form.JSON_LINES) {
      cells.put(before);
      cells.put('"');
      cells.utf8(name);
      cells.ascii("\":");
    } else if (before == ',') {
      cells.put(form == Form.CSV ? ',' : '\t');
    }
  }

  private void careful(FieldValue value, String name, StringBuilder remarks) {
    switch (value) {
      case FieldValue.Decimal decimal -> cells.ascii(decimal.number().toPlainString());
      case FieldValue.Text text -> quoted(text.text().stripTrailing());
      case FieldValue.Unread unread ->
          cells.ascii(form == Form.CSV ? "" : form == Form.COPY ? "\\N" : "null");
    }
    boolean usual = value.status() == Status.OK || value.status() == Status.BLANK;
    if (!usual || value instanceof FieldValue.Unread) {
      remarks.append(remarks.isEmpty() ? "" : " ").append(name).append('=').append(value.status());
      value.raw().ifPresent(raw -> remarks.append(':').append(raw));
    }
  }

  private void text(TextColumn text, int row) {
    byte[] codes = text.codes();
    int from = row * text.width();
    int end = from + text.trimmedLength(row);
    if (form != Form.COPY) {
      cells.put('"');
    }
    for (int i = from; i < end; i++) {
      character(codes[i]);
    }
    if (form != Form.COPY) {
      cells.put('"');
    }
  }

  private void character(byte code) {
    int c = code & 0xFF;
    switch (form) {
      case CSV -> {
        if (c == '"') {
          cells.put('"');
        }
        cells.code(code);
      }
      case JSON_LINES -> {
        if (c < ' ') {
          cells.ascii(String.format("\\u%04x", c));
        } else {
          if (c == '"' || c == '\\') {
            cells.put('\\');
          }
          cells.code(code);
        }
      }
      case COPY -> {
        String escape = escape(c);
        if (escape.isEmpty()) {
          cells.code(code);
        } else {
          cells.ascii(escape);
        }
      }
    }
  }

  /// Escapes of COPY text; a zero byte, which PostgreSQL cannot hold, becomes a blank.
  private static String escape(int c) {
    return switch (c) {
      case 0 -> " ";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> "";
    };
  }

  private void quoted(String text) {
    String inner =
        switch (form) {
          case CSV -> '"' + text.replace("\"", "\"\"") + '"';
          case JSON_LINES -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
          case COPY ->
              text.replace("\\", "\\\\")
                  .replace("\t", "\\t")
                  .replace("\n", "\\n")
                  .replace("\r", "\\r");
        };
    cells.utf8(inner);
  }
}
