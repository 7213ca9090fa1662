package eu.trama.city.twin.packs;

import eu.trama.city.store.StoreTurn;
import eu.trama.city.twin.Catalogue;
import eu.trama.city.twin.Editions;
import eu.trama.city.twin.Editions.Edition;
import eu.trama.city.twin.Properties;
import eu.trama.city.twin.Provenance;
import eu.trama.city.twin.Staging;
import eu.trama.city.twin.Staging.Key;
import eu.trama.city.twin.Staging.Staged;
import eu.trama.city.twin.Twin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Loads the packs at start, when they are new or have changed since; one server at a time, where
/// several share a store.
@Component
class PackLoader implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(PackLoader.class);
  private static final String VERSION = "2";

  /// Facts of a pack are from several years; from this day on the twin says they hold.
  private static final LocalDate VALID_FROM = LocalDate.of(2020, 1, 1);

  private final DataSource source;
  private final Twin twin;
  private final Catalogue catalogue;
  private final Staging staging;
  private final Editions editions;

  PackLoader(
      DataSource source, Twin twin, Catalogue catalogue, Staging staging, Editions editions) {
    this.source = source;
    this.twin = twin;
    this.catalogue = catalogue;
    this.staging = staging;
    this.editions = editions;
  }

  @Override
  public void afterPropertiesSet() {
    Pack.all().forEach(this::load);
  }

  private void load(Pack pack) {
    Pack.Hash hash = pack.hash();
    if (known(pack, hash)) {
      return;
    }
    try (var _ = StoreTurn.take(source, "packs")) {
      // Another server may have started at the same time.
      if (!known(pack, hash)) {
        load(pack, hash);
      }
    }
  }

  private boolean known(Pack pack, Pack.Hash hash) {
    return catalogue
        .latest(pack.id(), Editions.PACK)
        .filter(
            last -> last.sha256().equals(hash.sha256()) && last.importerVersion().equals(VERSION))
        .isPresent();
  }

  private void load(Pack pack, Pack.Hash hash) {
    var city = pack.city();
    twin.settle(city);
    Staged staged =
        staging.stage(
            new Key(pack.id(), Editions.PACK, hash.sha256(), "pack", VERSION),
            sink -> {
              for (var feature : PackFeatures.of(pack)) {
                sink.add(feature);
              }
              return Properties.NONE;
            });
    var provenance =
        new Provenance(
            "Facts about " + city.name(),
            "Trama",
            "Facts of many publishers; each row names its source",
            "",
            "",
            "Tables of packs/" + pack.id() + " with their sources in sources.csv");
    var validFrom = VALID_FROM.atStartOfDay(city.timezone()).toInstant();
    editions.publish(
        pack.id(),
        List.of(
            new Edition(
                staged,
                provenance,
                "packs/" + pack.id(),
                hash.bytes(),
                validFrom,
                Map.of(),
                List.of())));
    LOG.info("loaded the facts about {}", city.name());
  }
}
