package eu.trama.engines.records.value;

import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.copybook.Field;
import eu.trama.engines.records.copybook.Item;
import eu.trama.engines.records.copybook.Picture;
import eu.trama.engines.records.copybook.Picture.Category;
import eu.trama.engines.records.copybook.Usage;
import eu.trama.engines.records.value.FieldValue.Decimal;
import eu.trama.engines.records.value.FieldValue.Text;
import eu.trama.engines.records.value.FieldValue.Unread;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads and writes one elementary field, exactly: for every byte string, `write(read(bytes))`
/// gives the bytes again.
///
/// Not for use by several threads.
public final class FieldCodec {
  private final int length;
  private final @Nullable NumberForm number;
  private final @Nullable TextForm text;
  private final byte[] scratch;

  private FieldCodec(int length, @Nullable NumberForm number, @Nullable TextForm text) {
    this.length = length;
    this.number = number;
    this.text = text;
    this.scratch = new byte[length];
  }

  /// Codec of an elementary field, or of a group as text.
  public static FieldCodec of(Field field, Coding coding) {
    Item item = field.item();
    Dialect dialect = coding.dialect();
    int length = field.length();
    Picture picture = item.picture().orElse(null);
    NumberForm form =
        switch (item.usage()) {
          case FLOAT, DOUBLE ->
              new FloatForm(length, dialect.hexadecimalFloat(), dialect.floatsLittleEndian());
          case INDEX -> new BinaryForm(length, true, 0, 0, dialect.nativeLittleEndian());
          case POINTER -> new BinaryForm(length, false, 0, 0, dialect.nativeLittleEndian());
          default -> picture == null ? null : pictured(item, picture, length, coding);
        };
    TextForm text =
        form == null
            ? new TextForm(
                item.group() ? Usage.DISPLAY : item.usage(), coding, length, item.justified())
            : null;
    return new FieldCodec(length, form, text);
  }

  private static @Nullable NumberForm pictured(
      Item item, Picture picture, int length, Coding coding) {
    byte blank = coding.page().blank();
    int unit = item.usage() == Usage.NATIONAL ? 2 : 1;
    if (picture.category() == Category.NUMERIC_EDITED) {
      return new EditedForm(item, coding.page(), unit, coding.dialect());
    }
    if (picture.category() == Category.FLOATING && unit == 1) {
      return new FloatingTextForm(picture, coding.page());
    }
    if (!picture.numeric()) {
      return null;
    }
    return switch (item.usage()) {
      case BINARY ->
          new BinaryForm(length, picture.signed(), picture.scale(), picture.digits(), false);
      case NATIVE_BINARY ->
          new BinaryForm(
              length, picture.signed(), picture.scale(), 0, coding.dialect().nativeLittleEndian());
      case PACKED -> new PackedForm(picture, true, blank);
      case UNSIGNED_PACKED -> new PackedForm(picture, false, blank);
      default -> new ZonedForm(picture, item.sign(), coding.page(), unit);
    };
  }

  public int length() {
    return length;
  }

  public boolean numeric() {
    return number != null;
  }

  public FieldValue read(byte[] bytes, int offset) {
    if (number != null) {
      NumberForm.Scan scan = number.read(bytes, offset);
      if (scan.number().isEmpty()) {
        return new Unread(scan.status(), Optional.of(Raw.of(bytes, offset, length)));
      }
      boolean usual = false;
      try {
        number.write(scan.number().get(), scratch, 0);
        usual = same(bytes, offset);
      } catch (IllegalArgumentException e) {
        // A number that its own picture does not take has no usual form; its bytes are kept.
        usual = false;
      }
      Status status = scan.status() == Status.OK && !usual ? Status.NON_CANONICAL : scan.status();
      return new Decimal(scan.number().get(), status, kept(usual, bytes, offset));
    }
    if (text == null) {
      throw new IllegalStateException("a field is a number or text");
    }
    Optional<String> found = text.read(bytes, offset);
    Status fill = text.statusOf(bytes, offset);
    if (found.isEmpty()) {
      return new Unread(fill, Optional.of(Raw.of(bytes, offset, length)));
    }
    boolean usual = false;
    try {
      text.write(found.get(), scratch, 0);
      usual = same(bytes, offset);
    } catch (IllegalArgumentException e) {
      // Decoders of double bytes read some characters that their encoders write otherwise.
      usual = false;
    }
    Status status = fill != Status.INVALID ? fill : usual ? Status.OK : Status.NON_CANONICAL;
    return new Text(found.get(), status, kept(usual, bytes, offset));
  }

  private boolean same(byte[] bytes, int offset) {
    return Arrays.equals(scratch, 0, length, bytes, offset, offset + length);
  }

  private Optional<Raw> kept(boolean usual, byte[] bytes, int offset) {
    return usual ? Optional.empty() : Optional.of(Raw.of(bytes, offset, length));
  }

  /// Writes a value: its raw bytes where it has some, else its usual form.
  ///
  /// @throws IllegalArgumentException where it does not fit the field
  public void write(FieldValue value, byte[] bytes, int offset) {
    if (value.raw().isPresent()) {
      if (value.raw().get().length() != length) {
        throw new IllegalArgumentException(
            value.raw().get().length() + " raw bytes for a field of " + length);
      }
      value.raw().get().copyTo(bytes, offset);
      return;
    }
    switch (value) {
      case Decimal(var decimal, var status, var raw) when number != null ->
          number.write(decimal, bytes, offset);
      case Text(var string, var status, var raw) when text != null ->
          text.write(string, bytes, offset);
      default -> throw new IllegalArgumentException(value + " is of another kind than the field");
    }
  }
}
