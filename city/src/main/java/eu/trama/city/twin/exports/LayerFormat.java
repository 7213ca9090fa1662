package eu.trama.city.twin.exports;

import eu.trama.city.twin.LayerSchema;
import eu.trama.city.twin.Layers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A kind of file in which a layer can be had.
public enum LayerFormat {
  GEOJSON("geojson", "application/geo+json"),
  CSV("csv", "text/csv;charset=UTF-8;header=present"),
  PARQUET("parquet", "application/vnd.apache.parquet"),
  CITYJSON("cityjson", "application/city+json");

  private final String ending;
  private final String mediaType;

  LayerFormat(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /// The formats in which a layer can be had.
  public static List<LayerFormat> of(LayerSchema schema) {
    return Arrays.stream(values())
        .filter(format -> format != CITYJSON || schema.equals(Layers.BUILDINGS))
        .toList();
  }

  /// The format of a layer whose files end so.
  public static Optional<LayerFormat> of(LayerSchema schema, String ending) {
    return of(schema).stream().filter(format -> format.ending.equals(ending)).findFirst();
  }

  /// What the name of such a file ends with, after a dot.
  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /// Writes a whole file. Where it throws, what was written is no complete file.
  public void write(LayerContent content, OutputStream out) throws IOException {
    switch (this) {
      case GEOJSON -> GeoJsonFile.write(content, out);
      case CSV -> CsvFile.write(content, out);
      case PARQUET -> ParquetFile.write(content, out);
      case CITYJSON -> CityJsonFile.write(content, out);
    }
  }
}
