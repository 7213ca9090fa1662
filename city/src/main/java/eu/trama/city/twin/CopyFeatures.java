package eu.trama.city.twin;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/// Writes features to the staging table in PostgreSQL's binary COPY format: a header, per row a
/// count of fields and each field with its length, and -1 at the end (PostgreSQL documentation,
/// "COPY", file formats).
final class CopyFeatures implements AutoCloseable {

  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final int BUFFER = 1 << 16;
  private static final int JSONB_VERSION = 1;
  private static final short FIELDS = 7;

  private final DataOutputStream out;
  private final long staging;

  CopyFeatures(Connection connection, long staging) throws SQLException, IOException {
    this.staging = staging;
    out =
        new DataOutputStream(
            new BufferedOutputStream(
                new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy twin.staged_feature (staging, layer, id, geometry, box, properties, hash)"
                        + " from stdin (format binary)"),
                BUFFER));
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
  }

  void write(Feature feature) throws IOException {
    out.writeShort(FIELDS);
    out.writeInt(Long.BYTES);
    out.writeLong(staging);
    text(feature.layer());
    text(feature.id());
    bytes(Digest.wkb(feature.geometry()));
    box(feature.geometry());
    byte[] json = Json.write(feature.properties().values()).getBytes(StandardCharsets.UTF_8);
    out.writeInt(json.length + 1);
    out.writeByte(JSONB_VERSION);
    out.write(json);
    bytes(Digest.of(feature));
  }

  @Override
  public void close() throws IOException {
    out.writeShort(-1);
    out.close();
  }

  private void text(String text) throws IOException {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      out.writeInt(-1);
    } else {
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private void box(@Nullable Geometry geometry) throws IOException {
    if (geometry == null || geometry.isEmpty()) {
      out.writeInt(-1);
      return;
    }
    var box = geometry.getEnvelopeInternal();
    out.writeInt(4 * Double.BYTES);
    out.writeDouble(box.getMaxX());
    out.writeDouble(box.getMaxY());
    out.writeDouble(box.getMinX());
    out.writeDouble(box.getMinY());
  }
}
