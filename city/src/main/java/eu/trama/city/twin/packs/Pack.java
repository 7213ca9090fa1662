package eu.trama.city.twin.packs;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.City;
import eu.trama.city.twin.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The facts about one city that come with the product: tables in `packs/<city>/`, each row with
/// the source it is from. See packs/README.md for the format.
record Pack(String id) {

  private static final PathMatchingResourcePatternResolver RESOURCES =
      new PathMatchingResourcePatternResolver();

  private static final Pattern BAR = Pattern.compile("\\|");

  static List<Pack> all() {
    return Stream.of(resources("classpath*:packs/*/city.csv"))
        .map(city -> new Pack(folderOf(city)))
        .sorted(java.util.Comparator.comparing(Pack::id))
        .toList();
  }

  City city() {
    NamedCsvRecord row = rows("city").getFirst();
    return new City(
        row.getField("id"),
        row.getField("name"),
        row.getField("country"),
        ZoneId.of(row.getField("timezone")),
        Integer.parseInt(row.getField("utm_epsg")),
        Double.parseDouble(row.getField("lat")),
        Double.parseDouble(row.getField("lon")),
        Double.parseDouble(row.getField("zoom")),
        list(row.getField("languages")),
        row.getField("currency"));
  }

  /// The elements of a cell that holds several, parted by `|`.
  static List<String> list(String cell) {
    return BAR.splitAsStream(cell).filter(each -> !each.isEmpty()).toList();
  }

  /// The rows of a table; none where the pack does not have it.
  List<NamedCsvRecord> rows(String table) {
    Resource file = RESOURCES.getResource("classpath:packs/" + id + "/" + table + ".csv");
    if (!file.exists()) {
      return List.of();
    }
    var rows = new ArrayList<NamedCsvRecord>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(text(file))) {
      csv.forEach(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The ready-made scenarios, as JSON texts.
  List<String> scenarios() {
    return texts("classpath*:packs/" + id + "/scenarios/*.json");
  }

  /// The ready-made scenarios for any city, as JSON texts.
  static List<String> policies() {
    return texts("classpath*:packs/policies/*.json");
  }

  private static List<String> texts(String files) {
    return Stream.of(resources(files))
        .sorted(java.util.Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
        .map(Pack::text)
        .toList();
  }

  /// Hash and size of all tables together.
  Hash hash() {
    var digest = Digest.sha256();
    long bytes = 0;
    for (Resource file :
        Stream.of(resources("classpath*:packs/" + id + "/*.csv"))
            .sorted(
                java.util.Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
            .toList()) {
      byte[] content = (file.getFilename() + "\n" + text(file)).getBytes(StandardCharsets.UTF_8);
      digest.update(content);
      bytes += content.length;
    }
    return new Hash(Digest.hex(digest.digest()), bytes);
  }

  record Hash(String sha256, long bytes) {}

  private static Resource[] resources(String pattern) {
    try {
      return RESOURCES.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folderOf(Resource city) {
    try {
      return Objects.requireNonNull(
          city.getURL().getPath().replaceAll(".*/packs/([^/]+)/[^/]+$", "$1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
