package eu.trama.city.twin.imports;

import static eu.trama.city.twin.imports.ZoneLevel.CITY;
import static eu.trama.city.twin.imports.ZoneLevel.DISTRICT;
import static eu.trama.city.twin.imports.ZoneLevel.NEIGHBOURHOOD;
import static eu.trama.city.twin.imports.ZoneLevel.SECTION;
import static eu.trama.city.twin.imports.ZoneLevel.STATISTICAL_AREA;

import eu.trama.city.twin.imports.ZoneFact.Around;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a publisher names the level, code, name and surroundings of a zone.
@FunctionalInterface
interface ZoneScheme {

  /// What the feature is; nothing where it is not written in this way.
  Optional<ZoneFact> read(GeoFeature feature);

  /// The publishers whose way we know.
  List<ZoneScheme> KNOWN =
      List.of(ZoneScheme::cartoBcn, ZoneScheme::bolognaZone, ZoneScheme::bolognaStatisticalArea);

  /// Administrative units of CartoBCN, Barcelona. The municipality's code has a sixth digit, a
  /// check digit of the statistical institute's, which is left out. Sections are counted anew in
  /// each district, so their code begins with the district's.
  private static Optional<ZoneFact> cartoBcn(GeoFeature feature) {
    String district = feature.text("DISTRICTE");
    String neighbourhood = feature.text("BARRI");
    String area = feature.text("AEB");
    Around city = Around.coded(CITY, municipality(feature.text("TERME")));
    return Optional.ofNullable(
        switch (feature.text("TIPUS_UA")) {
          case "TERME" -> fact(feature, CITY, municipality(feature.text("CODI_UA")), List.of());
          case "DISTRICTE" -> fact(feature, DISTRICT, district, List.of(city));
          case "BARRI" ->
              fact(
                  feature, NEIGHBOURHOOD, neighbourhood, List.of(Around.coded(DISTRICT, district)));
          case "AEB" ->
              fact(
                  feature,
                  STATISTICAL_AREA,
                  area,
                  List.of(
                      Around.coded(NEIGHBOURHOOD, neighbourhood),
                      Around.coded(DISTRICT, district)));
          case "SEC_CENS" ->
              fact(
                  feature,
                  SECTION,
                  district.isEmpty() ? "" : district + "-" + feature.text("SEC_CENS"),
                  List.of(
                      Around.coded(STATISTICAL_AREA, area),
                      Around.coded(NEIGHBOURHOOD, neighbourhood),
                      Around.coded(DISTRICT, district)));
          default -> null;
        });
  }

  private static ZoneFact fact(
      GeoFeature feature, ZoneLevel level, String code, List<Around> parents) {
    String name = feature.text("NOM");
    return new ZoneFact(level, code, name.isEmpty() ? code : name, parents);
  }

  private static String municipality(String code) {
    return code.length() == 6 ? code.substring(0, 5) : code;
  }

  /// The eighteen zones of Bologna.
  private static Optional<ZoneFact> bolognaZone(GeoFeature feature) {
    return has(feature, "Codice_zona", "Nome_zona")
        ? Optional.of(
            new ZoneFact(
                NEIGHBOURHOOD,
                feature.text("Codice_zona"),
                feature.text("Nome_zona"),
                List.of(Around.named(DISTRICT, feature.text("Nome_quartiere")))))
        : Optional.empty();
  }

  /// The ninety statistical areas of Bologna.
  private static Optional<ZoneFact> bolognaStatisticalArea(GeoFeature feature) {
    return has(feature, "Codice Area Statistica", "AREA STATISTICA")
        ? Optional.of(
            new ZoneFact(
                STATISTICAL_AREA,
                feature.text("Codice Area Statistica"),
                feature.text("AREA STATISTICA"),
                List.of(Around.named(NEIGHBOURHOOD, feature.text("ZONA")))))
        : Optional.empty();
  }

  private static boolean has(GeoFeature feature, String... properties) {
    for (String property : properties) {
      if (!feature.properties().containsKey(property)) {
        return false;
      }
    }
    return true;
  }

  /// Any other file, whose properties somebody names.
  static ZoneScheme named(ZoneLevel level, Map<String, String> options) {
    return feature -> {
      String code = feature.text(options.getOrDefault(BoundaryOptions.CODE, "code"));
      String name = feature.text(options.getOrDefault(BoundaryOptions.NAME, "name"));
      String parent = feature.text(options.getOrDefault(BoundaryOptions.PARENT, "parent"));
      return Optional.of(
          new ZoneFact(level, code, name.isEmpty() ? code : name, parents(level, parent)));
    };
  }

  /// A parent may be told by its id, or by its code or name at the next coarser levels.
  private static List<Around> parents(ZoneLevel level, String parent) {
    if (parent.isEmpty()) {
      return List.of();
    }
    int colon = parent.indexOf(':');
    Optional<ZoneLevel> told =
        colon < 0 ? Optional.empty() : ZoneLevel.named(parent.substring(0, colon));
    if (told.isPresent()) {
      return List.of(Around.coded(told.get(), parent.substring(colon + 1)));
    }
    var parents = new java.util.ArrayList<Around>();
    for (ZoneLevel coarser : level.coarser()) {
      parents.add(Around.coded(coarser, parent));
      parents.add(Around.named(coarser, parent));
    }
    return parents;
  }
}
