package eu.trama.city.twin.dcat;

import eu.trama.city.twin.City;
import eu.trama.city.twin.Dataset;
import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.LayerSummary;
import eu.trama.city.twin.Layers;
import eu.trama.city.twin.PackSources;
import eu.trama.city.twin.exports.LayerFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;

/// The entries of a city: each layer as this server gives it, and each dataset that it read.
///
/// @param root absolute address of the server
/// @param publisher who runs this server
/// @param datasets all of the city, the latest first
/// @param sources of the facts that came with the product
public record CityEntries(
    String root,
    String publisher,
    City city,
    List<LayerSummary> layers,
    List<Dataset> datasets,
    List<PackSources.Source> sources) {

  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme/";
  private static final String FILE_TYPES =
      "http://publications.europa.eu/resource/authority/file-type/";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0";
  private static final String PACK = "pack";

  int size() {
    return layers.size() + datasets.size();
  }

  /// Adds those entries to a graph, and the city's service.
  ///
  /// @param catalogue which lists them
  void describe(Describing say, Resource catalogue, int from, int to) {
    service(say, catalogue);
    for (int i = from; i < to; i++) {
      Resource entry =
          i < layers.size()
              ? layer(say, layers.get(i))
              : dataset(say, datasets.get(i - layers.size()));
      catalogue.link("dcat:dataset", entry.iri());
    }
  }

  private String api() {
    return root + "/ogc/" + city.id();
  }

  private void service(Describing say, Resource catalogue) {
    Resource service = say.graph().about(api()).type("dcat:DataService");
    catalogue.link("dcat:service", service.iri());
    say.say(service, "dct:title", words -> words.say("twin.dcat.service", city.name()));
    say.link(service, "dcat:endpointURL", api(), "rdfs:Resource");
    say.link(service, "dcat:endpointDescription", api() + "/api", "rdfs:Resource");
    say.link(service, "dct:conformsTo", FEATURES, "dct:Standard");
  }

  private Resource layer(Describing say, LayerSummary summary) {
    LayerSchema schema = Layers.byName(summary.layer()).orElseThrow();
    String page = root + "/" + city.id() + "/layers/" + schema.name();
    Resource layer = say.graph().about(page).type("dcat:Dataset");
    say.say(
        layer, "dct:title", words -> words.say("twin.layer." + schema.name()) + ", " + city.name());
    say.say(layer, "dct:description", words -> words.say("twin.layer.about." + schema.name()));
    layer.text("dct:identifier", city.id() + "/" + schema.name());
    Describing.publisher(layer, publisher);
    theme(say, layer, schema.name());
    Envelope bounds = summary.bounds();
    if (bounds != null) {
      spatial(layer, bounds);
    }
    Map<Long, Dataset> byId =
        datasets.stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
    List<Dataset> from = summary.datasets().stream().map(byId::get).toList();
    from.forEach(each -> layer.link("dct:source", address(each)));
    times(layer, from);
    say.link(layer, "dcat:landingPage", page, "foaf:Document");
    for (LayerFormat format : LayerFormat.of(schema)) {
      file(say, layer, format, from);
    }
    viaService(say, layer, schema, from);
    return layer;
  }

  private static void times(Resource layer, Collection<Dataset> from) {
    Optional<Instant> modified = from.stream().map(Dataset::learnedAt).max(Instant::compareTo);
    modified.ifPresent(at -> layer.typed("dct:modified", at.toString(), "xsd:dateTime"));
    from.stream()
        .map(Dataset::validFrom)
        .min(Instant::compareTo)
        .ifPresent(at -> temporal(layer, at));
  }

  private static void temporal(Resource resource, Instant from) {
    resource.within(
        "dct:temporal",
        Resource.unnamed("dct:PeriodOfTime")
            .typed("dcat:startDate", from.toString(), "xsd:dateTime"));
  }

  private static void spatial(Resource resource, Envelope box) {
    String wkt =
        String.format(
            Locale.ROOT,
            "POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))",
            box.getMinX(),
            box.getMinY(),
            box.getMaxX(),
            box.getMaxY());
    resource.within(
        "dct:spatial", Resource.unnamed("dct:Location").typed("dcat:bbox", wkt, "geo:wktLiteral"));
  }

  private void file(Describing say, Resource layer, LayerFormat format, List<Dataset> from) {
    Resource file = distribution(say, layer, format.ending(), from);
    say.say(file, "dct:title", words -> words.say("twin.format." + format.ending()));
    String address = layer.iri() + "." + format.ending();
    say.link(file, "dcat:accessURL", layer.iri(), "rdfs:Resource");
    say.link(file, "dcat:downloadURL", address, "rdfs:Resource");
    String type = format.mediaType().replaceAll(";.*", "");
    say.link(file, "dcat:mediaType", MEDIA_TYPES + type, "dct:MediaType");
    if (format == LayerFormat.GEOJSON || format == LayerFormat.CSV) {
      String name = format.name();
      say.link(file, "dct:format", FILE_TYPES + name, "dct:MediaTypeOrExtent");
    }
  }

  private void viaService(Describing say, Resource layer, LayerSchema schema, List<Dataset> from) {
    Resource items = distribution(say, layer, "ogc-api", from);
    say.say(items, "dct:title", words -> words.say("twin.dcat.service", city.name()));
    String collection = api() + "/collections/" + schema.name();
    say.link(items, "dcat:accessURL", collection, "rdfs:Resource");
    items.link("dcat:accessService", api());
    say.link(items, "dct:conformsTo", FEATURES, "dct:Standard");
    say.graph().about(api()).link("dcat:servesDataset", layer.iri());
  }

  /// A way to have a layer. Its licence is named where all its sources have the same, else each of
  /// theirs is told.
  private static Resource distribution(
      Describing say, Resource layer, String name, List<Dataset> from) {
    Resource distribution = say.graph().about(layer.iri() + "#" + name).type("dcat:Distribution");
    layer.link("dcat:distribution", distribution.iri());
    var licences = new TreeSet<String>();
    from.forEach(each -> licences.add(each.provenance().licence()));
    if (licences.size() == 1) {
      say.licence(distribution, licences.getFirst());
    }
    licences.removeIf(String::isBlank);
    say.rights(distribution, String.join("; ", licences));
    return distribution;
  }

  private String address(Dataset dataset) {
    return root + "/" + city.id() + "/catalogue/" + dataset.id();
  }

  private Resource dataset(Describing say, Dataset dataset) {
    Resource entry = say.graph().about(address(dataset)).type("dcat:Dataset");
    var from = dataset.provenance();
    entry.text("dct:title", from.title().isBlank() ? dataset.file() : from.title());
    if (from.note().isBlank()) {
      say.say(entry, "dct:description", words -> words.say("twin.dcat.read", dataset.file()));
    } else {
      entry.text("dct:description", from.note());
    }
    entry.text("dct:identifier", city.id() + "/" + dataset.source() + "/" + dataset.id());
    say.published(entry, from);
    entry.typed("dct:modified", dataset.learnedAt().toString(), "xsd:dateTime");
    temporal(entry, dataset.validFrom());
    var read = Resource.unnamed("dct:ProvenanceStatement");
    say.say(
        read,
        "rdfs:label",
        words ->
            words.say(
                "twin.dcat.provenance",
                dataset.file(),
                dataset.sha256(),
                dataset.importer() + " " + dataset.importerVersion(),
                dataset.learnedAt().toString()));
    entry.within("dct:provenance", read);
    if (dataset.source().equals(PACK)) {
      sources.forEach(source -> entry.link("dct:source", source(say, source).iri()));
    }
    return entry;
  }

  /// What a fact of the pack is from: somebody else's dataset, which this catalogue only names.
  private Resource source(Describing say, PackSources.Source source) {
    Resource named =
        say.graph()
            .about(root + "/" + city.id() + "/catalogue#" + source.id())
            .type("dcat:Dataset");
    var from = source.provenance();
    named.text("dct:title", from.title());
    named.text("dct:description", from.note().isBlank() ? from.title() : from.note());
    say.published(named, from);
    return named;
  }

  /// EU data theme of a layer.
  private static void theme(Describing say, Resource layer, String name) {
    String theme =
        switch (name) {
          case "stops", "lines", "timetables", "streets" -> "TRAN";
          case "statistics", "facilities" -> "SOCI";
          default -> "REGI";
        };
    say.link(layer, "dcat:theme", THEMES + theme, "skos:Concept");
    say.say(
        say.graph().about(THEMES + theme),
        "skos:prefLabel",
        words -> words.say("twin.dcat.theme." + theme));
  }
}
