package eu.trama.engines.records.column;

import eu.trama.engines.records.codepage.CodePage;
import eu.trama.engines.records.value.FieldCodec;
import eu.trama.engines.records.value.FieldValue;
import eu.trama.engines.records.value.Status;

/// Text of one width, translated to inner codes of its code page, trailing blanks included.
public final class TextColumn extends Column {
  private final int width;
  private final CodePage page;
  private final PairTable toInner;
  private final PairTable toOuter;
  private byte[] codes = new byte[0];

  TextColumn(
      ColumnPlan plan, FieldCodec codec, CodePage page, PairTable toInner, PairTable toOuter) {
    super(plan, codec);
    this.width = plan.length();
    this.page = page;
    this.toInner = toInner;
    this.toOuter = toOuter;
  }

  public int width() {
    return width;
  }

  public CodePage page() {
    return page;
  }

  /// Inner codes: row r has those from `r * width()` on; more room than rows.
  public byte[] codes() {
    return codes;
  }

  /// Characters of a value without its trailing blanks.
  public int trimmedLength(int row) {
    int from = row * width;
    int end = from + width;
    while (end > from && codes[end - 1] == ' ') {
      end--;
    }
    return end - from;
  }

  @Override
  void read(byte[] bytes, int[] places, int count) {
    if (codes.length < count * width) {
      codes = new byte[(count + count / 4) * width];
    }
    toInner.gather(bytes, places, plan.offset(), codes, width, count);
  }

  @Override
  void write(byte[] bytes, int[] places, int count) {
    toOuter.scatter(codes, width, bytes, places, plan.offset(), count);
  }

  /// Text is blank or low values by what it holds; neither is an exception.
  @Override
  public Status status(int row) {
    Status status = exceptions.status(row);
    return status == Status.OK ? usual(row).status() : status;
  }

  @Override
  FieldValue usual(int row) {
    byte[] bytes = new byte[width];
    toOuter.scatter(codes, row * width, width, bytes);
    return codec.read(bytes, 0);
  }

  /// A value's text without its trailing blanks.
  public String text(int row) {
    return page.text(codes, row * width, trimmedLength(row));
  }
}
