package eu.trama.city.twin.packs;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.trama.city.twin.PackSources;
import eu.trama.city.twin.Provenance;
import java.util.List;
import org.springframework.stereotype.Component;

/// The table `sources.csv` of each pack.
@Component
class PackSourceTable implements PackSources {

  @Override
  public List<Source> of(String city) {
    return new Pack(city).rows("sources").stream().map(PackSourceTable::source).toList();
  }

  private static Source source(NamedCsvRecord row) {
    return new Source(
        row.getField("id"),
        new Provenance(
            row.getField("title"),
            row.getField("publisher"),
            row.getField("licence"),
            row.getField("url"),
            row.getField("date"),
            row.getField("note")));
  }
}
