package eu.trama.engines.records.file;

import eu.trama.engines.records.file.RecordFormat.LengthSource;

/// One step from a record (or block) to the next.
interface Link {
  /// More bytes are needed to tell.
  int MORE = 0;

  /// No record begins here.
  int NONE = -1;

  /// Bytes from the begin of this record's header to the begin of the next one's.
  ///
  /// @param atEnd whether the file ends at `end`
  int step(byte[] bytes, int at, int end, boolean atEnd);

  /// Bytes before the record's own.
  default int header() {
    return 0;
  }

  /// Bytes behind the record's own, of the step that ends at `end`.
  default int trailer(byte[] bytes, int from, int end) {
    return 0;
  }

  /// Whether a chain of such steps tells a true begin from a false one.
  default boolean tells() {
    return true;
  }

  static Link of(RecordFormat format) {
    return switch (format) {
      case RecordFormat.Fixed(int length) -> new FixedLink(length);
      case RecordFormat.Variable(int least, int most) -> new DescriptorLink(least + 4, most + 4);
      case RecordFormat.Blocked blocked -> new DescriptorLink(8, 32_760);
      case RecordFormat.Spanned spanned -> new DescriptorLink(8, 32_760);
      case RecordFormat.Lines lines -> new LineLink(lines.end(), lines.carriageReturn());
      case RecordFormat.Computed(LengthSource length) ->
          (bytes, at, end, atEnd) -> length.length(bytes, at, end);
    };
  }

  /// Records of one length.
  record FixedLink(int length) implements Link {
    @Override
    public int step(byte[] bytes, int at, int end, boolean atEnd) {
      return length;
    }

    @Override
    public boolean tells() {
      return false;
    }
  }

  /// RDW or BDW: two bytes of length with the word included, two zero bytes.
  record DescriptorLink(int least, int most) implements Link {
    @Override
    public int step(byte[] bytes, int at, int end, boolean atEnd) {
      if (end - at < 4) {
        return atEnd ? NONE : MORE;
      }
      int length = ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
      boolean plausible =
          length >= least && length <= most && bytes[at + 2] == 0 && bytes[at + 3] == 0;
      return plausible ? length : NONE;
    }

    @Override
    public int header() {
      return 4;
    }
  }

  /// A line and its end; the last line of a file may lack one.
  record LineLink(byte lineEnd, boolean carriageReturn) implements Link {
    private static final int LONGEST = 1 << 20;

    @Override
    public int step(byte[] bytes, int at, int end, boolean atEnd) {
      int last = Math.min(end, at + LONGEST);
      for (int i = at; i < last; i++) {
        if (bytes[i] == lineEnd) {
          return i + 1 - at;
        }
      }
      return end - at >= LONGEST ? NONE : atEnd ? end - at : MORE;
    }

    @Override
    public int trailer(byte[] bytes, int from, int end) {
      if (bytes[end - 1] != lineEnd) {
        return 0;
      }
      return carriageReturn && end - 2 >= from && bytes[end - 2] == '\r' ? 2 : 1;
    }
  }
}
