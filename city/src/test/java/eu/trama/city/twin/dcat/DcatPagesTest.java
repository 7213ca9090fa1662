package eu.trama.city.twin.dcat;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Dataset;
import eu.trama.city.twin.Provenance;
import eu.trama.city.web.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.Test;

/// A long catalogue comes in pages that together hold every dataset once.
class DcatPagesTest {

  private static CityEntries city(String id, int datasets) {
    var city = new City(id, id, "ES", ZoneId.of("UTC"), 25831, 41, 2, 12, List.of("ca"), "EUR");
    var all =
        LongStream.rangeClosed(1, datasets)
            .mapToObj(n ->
                new Dataset(
                    n,
                    id,
                    "s" + n,
                    Provenance.titled("Dataset " + n),
                    "f",
                    1,
                    "00",
                    "test",
                    "1",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    1,
                    Map.of()))
            .toList();
    return new CityEntries("https://x.test", "Trama", city, List.of(), all, List.of());
  }

  @Test
  void togetherTheyHoldEveryDatasetOnce() {
    var catalogue =
        new DcatCatalogue(
            "https://x.test/catalogue",
            words -> "All",
            words -> "All of it",
            "Trama",
            List.of(city("ona", 70), city("port", 145), city("vall", 5)));
    assertThat(catalogue.pages()).isEqualTo(3);
    Set<String> seen = new HashSet<>();
    for (int page = 1; page <= 3; page++) {
      var graph = catalogue.graph(Messages.load(), page, "https://x.test/catalogue.ttl");
      Model model = RDFParser.fromString(Turtle.write(graph), Lang.TURTLE).toModel();
      var listed = model.listObjectsOfProperty(DCAT.dataset).toList();
      assertThat(listed).hasSize(page < 3 ? 100 : 20);
      listed.forEach(each -> assertThat(seen.add(each.toString())).isTrue());
      var next = model.createProperty("http://www.w3.org/ns/hydra/core#next");
      assertThat(model.listObjectsOfProperty(next).toList()).hasSize(page < 3 ? 1 : 0);
    }
    assertThat(seen).hasSize(220);
  }
}
