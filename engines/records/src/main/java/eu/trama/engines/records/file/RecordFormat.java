package eu.trama.engines.records.file;

/// How records follow one another in a file.
public sealed interface RecordFormat {
  /// Records of one length, without anything between them (FB as it arrives off the mainframe).
  record Fixed(int length) implements RecordFormat {
    public Fixed {
      if (length < 1) {
        throw new IllegalArgumentException("a record has at least one byte, not " + length);
      }
    }
  }

  /// Each record behind a record descriptor word (RDW): two bytes of length, its own four included,
  /// and two zero bytes.
  ///
  /// @param least bytes of the shortest record, the RDW not counted
  /// @param most bytes of the longest
  record Variable(int least, int most) implements RecordFormat {
    /// Records of any length that an RDW can say.
    public static Variable any() {
      return new Variable(1, 32_756);
    }
  }

  /// Blocks behind a block descriptor word (BDW), and in them records behind their RDW (VB).
  record Blocked(int least, int most) implements RecordFormat {
    public static Blocked any() {
      return new Blocked(1, 32_752);
    }
  }

  /// Blocks whose records may go on in the next block (VBS); the RDW's third byte says which
  /// segment it is.
  record Spanned() implements RecordFormat {}

  /// Lines of text.
  ///
  /// @param end last byte of a line: 0x0A in ASCII, 0x15 or 0x25 in EBCDIC
  /// @param carriageReturn whether a carriage return (0x0D) before it belongs to the line end
  record Lines(byte end, boolean carriageReturn) implements RecordFormat {}

  /// Records one after the other whose length their own bytes say.
  record Computed(LengthSource length) implements RecordFormat {}

  /// Works out the length of a record from its bytes.
  @FunctionalInterface
  interface LengthSource {
    /// More bytes are needed to tell.
    int MORE = 0;

    /// No record begins here.
    int NONE = -1;

    /// Bytes of the record that begins at `from`, or {@link #MORE} or {@link #NONE}. Called by
    /// several threads.
    int length(byte[] bytes, int from, int end);
  }
}
