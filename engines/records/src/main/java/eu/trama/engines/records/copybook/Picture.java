package eu.trama.engines.records.copybook;

import java.util.List;

/// A picture: class, length, and for numbers digits and scale.
///
/// @param text as written, upper case
/// @param category class of the picture
/// @param length character positions of the item (for zoned numbers without a separate sign)
/// @param digits decimal digits that are held; P is not held
/// @param scale the value is the held digits times 10 to the minus scale; P makes it negative (`9P`
///   is 10 to 90) or larger than the digits (`P9` is .00 to .09)
/// @param signed whether the picture has S
/// @param runs symbols with their repetition
public record Picture(
    String text,
    Category category,
    int length,
    int digits,
    int scale,
    boolean signed,
    List<Run> runs) {
  /// Most decimal digits of a number: 31 on z/OS with ARITH(EXTEND), 38 in GnuCOBOL.
  public static final int MOST_DIGITS = 38;

  /// Classes of pictures.
  public enum Category {
    ALPHABETIC,
    ALPHANUMERIC,
    ALPHANUMERIC_EDITED,
    NUMERIC,
    NUMERIC_EDITED,
    FLOATING,
    NATIONAL,
    NATIONAL_EDITED,
    DBCS
  }

  /// A symbol and how often it stands there. CR and DB are the symbols `C` and `D`.
  public record Run(char symbol, int count) {}

  public Picture {
    runs = List.copyOf(runs);
  }

  public boolean numeric() {
    return category == Category.NUMERIC;
  }
}
