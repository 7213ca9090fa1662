package eu.trama.city.twin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Files kept whole, such as timetable feeds, named by the SHA-256 of their bytes and held in
/// pieces of 1 MiB, so that neither keeping nor reading one needs memory for all of it.
@Service
public class Blobs {

  private static final int PIECE = 1 << 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Blobs(DataSource source, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Keeps a file, unless it is there already.
  ///
  /// @throws BadInput when the content is not what its hash says
  public void keep(String sha256, long bytes, InputStream content) {
    transaction.executeWithoutResult(status -> {
      int added =
          jdbc.sql("insert into twin.blob values (?, ?) on conflict do nothing")
              .params(sha256, bytes)
              .update();
      if (added == 1) {
        writePieces(sha256, content);
      }
    });
  }

  /// Reads a file again.
  ///
  /// @throws IllegalArgumentException when none of that hash is kept
  public InputStream open(String sha256) {
    boolean kept =
        jdbc.sql("select exists (select 1 from twin.blob where sha256 = ?)")
            .param(sha256)
            .query(Boolean.class)
            .single();
    if (!kept) {
      throw new IllegalArgumentException("no file " + sha256);
    }
    return new Pieces(sha256);
  }

  private void writePieces(String sha256, InputStream content) {
    try {
      var hash = Digest.sha256();
      int seq = 0;
      for (byte[] piece = content.readNBytes(PIECE);
          piece.length > 0;
          piece = content.readNBytes(PIECE)) {
        hash.update(piece);
        jdbc.sql("insert into twin.blob_piece values (?, ?, ?)")
            .params(sha256, seq++, piece)
            .update();
      }
      if (!Digest.hex(hash.digest()).equals(sha256)) {
        throw new BadInput(
            Finding.error(
                "file-changed",
                sha256,
                0,
                "",
                "",
                "The file changed while it was read; try again."));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] piece(String sha256, int seq) {
    return jdbc.sql("select data from twin.blob_piece where sha256 = ? and seq = ?")
        .params(sha256, seq)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElseGet(() -> new byte[0]);
  }

  private final class Pieces extends InputStream {

    private final String sha256;
    private int next;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

    Pieces(String sha256) {
      this.sha256 = sha256;
    }

    @Override
    public int read() {
      return advance() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      return advance() ? current.read(into, offset, length) : -1;
    }

    private boolean advance() {
      if (current.available() == 0) {
        current = new ByteArrayInputStream(piece(sha256, next++));
      }
      return current.available() > 0;
    }
  }
}
