package eu.trama.engines.transit.gtfs;

import eu.trama.engines.transit.findings.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A feed in a zip. Nothing is ever unpacked to disk, so that odd entry names do no harm; they are
/// reported all the same. Files may lie in one folder of the zip instead of at its root.
final class ZipSource implements FeedSource {
  private final ZipFile zip;
  private final String folder;

  private ZipSource(ZipFile zip, String folder) {
    this.zip = zip;
    this.folder = folder;
  }

  static ZipSource open(Path path, int mostEntries, Findings findings)
      throws IOException, FatalFindingException {
    String file = String.valueOf(path.getFileName());
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException broken) {
      throw new FatalFindingException(
          "not_a_zip",
          file,
          0,
          "",
          String.valueOf(broken.getMessage()),
          "the file is no zip or was cut off; fetch it again and compare its size");
    }
    try {
      if (zip.size() > mostEntries) {
        throw new FatalFindingException(
            "too_many_entries",
            file,
            0,
            "",
            zip.size() + " > " + mostEntries,
            "a feed has some 20 files; make a zip of these alone");
      }
      return new ZipSource(zip, folder(zip, file, findings));
    } catch (FatalFindingException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static String folder(ZipFile zip, String file, Findings findings) {
    Set<String> names = new HashSet<>();
    Set<String> folders = new TreeSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (!names.add(name)) {
        findings.error(
            "duplicate_entry", file, 0, "", name, "the zip holds this file twice; keep one");
      }
      if (unsafe(name)) {
        findings.error(
            "unsafe_entry_name",
            file,
            0,
            "",
            name,
            "file names must be plain; the entry was left out, and the zip deserves suspicion");
      } else if (name.endsWith("/stops.txt")) {
        folders.add(name.substring(0, name.length() - "stops.txt".length()));
      }
    }
    if (names.contains("stops.txt") || folders.size() != 1) {
      return "";
    }
    String only = folders.iterator().next();
    findings.warning(
        "nested_folder", file, 0, "", only, "GTFS wants the files at the root of the zip");
    return only;
  }

  private static boolean unsafe(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || name.contains(":")
        || ("/" + name + "/").contains("/../");
  }

  @Override
  public @Nullable File open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(folder + name);
    return entry == null || entry.isDirectory()
        ? null
        : new File(zip.getInputStream(entry), entry.getCompressedSize());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
