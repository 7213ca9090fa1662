package eu.trama.engines.roads.osm;

/// A cursor over protocol-buffer fields in a byte array
/// (<https://protobuf.dev/programming-guides/encoding/>). Hand-written since a generated reader
/// makes an object of every node of a city, of which a graph of streets keeps a third.
final class Wire {
  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  /// Puts the cursor at the start of a range.
  void over(byte[] from, int start, int length) {
    bytes = from;
    at = start;
    end = start + length;
  }

  /// Puts the cursor over the length-delimited field that the other stands before, and the other
  /// after it.
  void within(Wire other) throws PbfException {
    int length = other.length();
    over(other.bytes, other.at, length);
    other.at += length;
  }

  /// Passes over as many bytes, which the caller knows to be there.
  void pass(int count) {
    at += count;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean more() {
    return at < end;
  }

  int left() {
    return end - at;
  }

  int at() {
    return at;
  }

  /// Field number and wire type: `number << 3 | type`.
  int field() throws PbfException {
    long field = varint();
    if (field <= 0 || field > Integer.MAX_VALUE) {
      throw PbfException.damaged("field key " + field);
    }
    return (int) field;
  }

  long varint() throws PbfException {
    if (at >= end) {
      throw PbfException.damaged("number beyond the end");
    }
    byte first = bytes[at++];
    if (first >= 0) {
      return first;
    }
    long value = first & 0x7f;
    for (int shift = 7; shift < Long.SIZE; shift += 7) {
      if (at >= end) {
        throw PbfException.damaged("number beyond the end");
      }
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw PbfException.damaged("number of more than 10 bytes");
  }

  long signed() throws PbfException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  /// A number that must be from 0 to `most`.
  int index(int most) throws PbfException {
    long value = varint();
    if (value < 0 || value > most) {
      throw PbfException.damaged("index " + value + " of " + most);
    }
    return (int) value;
  }

  /// The length of a length-delimited field, all of which is there.
  int length() throws PbfException {
    long length = varint();
    if (length < 0 || length > end - at) {
      throw PbfException.damaged("length " + length + " where " + (end - at) + " bytes are left");
    }
    return (int) length;
  }

  void skip(int type) throws PbfException {
    int length =
        switch (type) {
          case VARINT -> {
            varint();
            yield 0;
          }
          case FIXED64 -> Long.BYTES;
          case BYTES -> length();
          case FIXED32 -> Integer.BYTES;
          default -> throw PbfException.damaged("wire type " + type);
        };
    if (length > end - at) {
      throw PbfException.damaged("field beyond the end");
    }
    at += length;
  }

  /// How many numbers the rest of the range holds: the bytes without a continuation bit.
  int count() {
    int count = 0;
    for (int i = at; i < end; i++) {
      if (bytes[i] >= 0) {
        count++;
      }
    }
    return count;
  }
}
