package eu.trama.engines.records.copybook;

/// How many bytes an elementary item takes, and to which address SYNCHRONIZED moves it (Enterprise
/// COBOL Language Reference, "USAGE clause" and "SYNCHRONIZED clause").
final class Storage {
  private Storage() {}

  static int bytes(Item item, Dialect dialect) {
    return switch (item.usage()) {
      case GROUP -> 0;
      case DISPLAY -> characters(item);
      case NATIONAL, DBCS -> 2 * characters(item);
      case BINARY, NATIVE_BINARY -> binary(digits(item), dialect);
      case PACKED -> digits(item) / 2 + 1;
      case UNSIGNED_PACKED -> (digits(item) + 1) / 2;
      case FLOAT, INDEX -> 4;
      case DOUBLE -> 8;
      case POINTER -> dialect.pointerBytes();
    };
  }

  private static int binary(int digits, Dialect dialect) {
    if (digits <= 2 && dialect.oneByteBinary()) {
      return 1;
    }
    return digits <= 4 ? 2 : digits <= 9 ? 4 : 8;
  }

  private static int characters(Item item) {
    Picture picture = item.picture().orElseThrow();
    boolean separate = picture.numeric() && picture.signed() && item.sign().separate();
    return picture.length() + (separate ? 1 : 0);
  }

  private static int digits(Item item) {
    return item.picture().orElseThrow().digits();
  }

  /// Address multiple that the item asks for; 1 where it asks for none.
  static int alignment(Item item, Dialect dialect) {
    if (!item.aligned()) {
      return 1;
    }
    return switch (item.usage()) {
      case BINARY, NATIVE_BINARY -> Math.min(bytes(item, dialect), dialect.widestAlignment());
      case FLOAT, INDEX -> 4;
      case DOUBLE -> 8;
      case POINTER -> dialect.pointerBytes();
      default -> 1;
    };
  }
}
