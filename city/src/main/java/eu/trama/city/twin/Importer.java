package eu.trama.city.twin;

import java.io.IOException;
import java.util.List;

/// Reads one kind of file into the twin: boundaries, streets, statistics, facilities. A system
/// around the twin plugs in another by declaring a bean; mobility does so for timetables.
///
/// Reading streams: it hands features on one by one and holds no more than it must. What is wrong
/// with the file goes to the [Findings]; one error among them and nothing of the file is taken.
public interface Importer {

  /// Property of a reading's description: ids of lines of a pack that the file stands for.
  String ENDS_LINES = "ends_lines";

  /// Property of a reading's description: kinds of facilities for which the file is the list, so
  /// that those of a pack go.
  String ENDS_KINDS = "ends_kinds";

  /// The series that a file belongs to, and its place among the files of one import.
  ///
  /// @param source such as `boundaries:district`: a later file of the same series replaces it
  /// @param turn files with a smaller number are read first, since others refer to what they bring
  record Series(String source, int turn) {}

  /// What it reads.
  ImportKind kind();

  /// Changes whenever the same file would give other features.
  String version();

  /// Whether it reads a folder as it reads a file.
  default boolean readsFolders() {
    return false;
  }

  /// Looks at the beginning of a file.
  ///
  /// @throws BadInput when it cannot be told what the file is
  Series series(ImportFile file) throws IOException;

  /// Reads a file.
  ///
  /// @param zones the zones of the city as it will be once the files of earlier turns are taken
  /// @return what to remember of the file, see [#ENDS_LINES] and [#ENDS_KINDS]
  /// @throws BadInput when there is no sense in reading on
  Properties read(ImportFile file, List<Feature> zones, Staging.Sink sink, Findings findings)
      throws IOException;
}
