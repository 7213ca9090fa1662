package eu.trama.engines.records.file;

/// Bytes of a file in which no record could be told.
///
/// @param position of the first, from the begin of the file
/// @param length how many; they are read again from the file, since they may be many
/// @param code stable name in lower snake case
/// @param advice what can be done
public record Quarantined(long position, long length, String code, String advice) {}
