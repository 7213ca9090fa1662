package eu.trama.city.ledger.pages;

import eu.trama.city.ledger.CityLedger;
import eu.trama.city.ledger.Standing;
import eu.trama.city.ledger.keep.Keeper;
import eu.trama.ledger.log.LedgerReader.Head;
import eu.trama.ledger.merkle.Hash;
import eu.trama.ledger.note.BadNoteException;
import eu.trama.ledger.note.SignedNote;
import eu.trama.ledger.receipt.Receipt;
import eu.trama.ledger.tiles.Bundle;
import eu.trama.ledger.tiles.TileId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// The ledger for programs: checkpoint and tiles as C2SP tlog-tiles asks, receipts as tlog-proof,
/// and cosignatures of witnesses.
@RestController
class LedgerFilesController {

  static final String COSIGNATURES = "/ledger/cosignatures";

  private static final Duration LONG = Duration.ofDays(365);
  private static final String TEXT = "text/plain;charset=utf-8";

  /// A head with the lines of all witnesses that may be named is below 8 kB.
  private static final int MOST_BYTES = 16_384;

  private final Keeper keeper;
  private final CityLedger ledger;

  LedgerFilesController(Keeper keeper, CityLedger ledger) {
    this.keeper = keeper;
    this.ledger = ledger;
  }

  private Optional<Head> head() throws IOException {
    var reader = keeper.reader();
    return reader.isPresent() ? reader.get().head() : Optional.empty();
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  @GetMapping("/ledger/checkpoint")
  ResponseEntity<String> checkpoint() throws IOException {
    Head head = head().orElseThrow(LedgerFilesController::missing);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic())
        .header(HttpHeaders.CONTENT_TYPE, TEXT)
        .body(head.note().toString());
  }

  @GetMapping("/ledger/tile/{*path}")
  ResponseEntity<byte[]> tile(@PathVariable("path") String path) throws IOException {
    TileId id = TileId.parse("tile" + path).orElseThrow(LedgerFilesController::missing);
    Head head = head().orElseThrow(LedgerFilesController::missing);
    // What is on the disk and under no head yet is nobody's business.
    long there =
        head.checkpoint().size() >> Math.min(62, Math.max(0, id.level()) * TileId.LEVEL_BITS);
    if (id.index() > there / TileId.FULL || id.index() * TileId.FULL + id.width() > there) {
      throw missing();
    }
    byte[] file = keeper.files().read(id).orElseThrow(LedgerFilesController::missing);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(LONG).cachePublic().immutable())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(cut(id, file));
  }

  /// The narrower form out of the full one.
  private static byte[] cut(TileId id, byte[] file) {
    if (id.full()) {
      return file;
    }
    if (!id.entries()) {
      return Arrays.copyOf(file, id.width() * Hash.BYTES);
    }
    List<Bundle.Span> spans = Bundle.spans(file, id.width());
    return Arrays.copyOf(file, spans.getLast().end());
  }

  @GetMapping("/ledger/receipt/{id}")
  ResponseEntity<String> receipt(@PathVariable("id") String id) {
    return switch (ledger.receipt(uuid(id))) {
      case Standing.Unknown _ -> throw missing();
      case Standing.Waiting _ ->
          ResponseEntity.accepted()
              .cacheControl(CacheControl.noStore())
              .header(HttpHeaders.RETRY_AFTER, "1")
              .header(HttpHeaders.CONTENT_TYPE, TEXT)
              .body("The entry is kept; no signed head covers it yet. Ask again in a second.\n");
      case Standing.Proven proven ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noCache())
              .header(HttpHeaders.CONTENT_TYPE, TEXT)
              .header(
                  HttpHeaders.CONTENT_DISPOSITION,
                  "attachment; filename=\"" + uuid(id) + Receipt.SUFFIX + "\"")
              .body(proven.receipt().toString());
    };
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  /// Takes a head with cosignatures under it; each proves by itself who sent it.
  @PostMapping(COSIGNATURES)
  ResponseEntity<String> cosign(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    int held;
    try {
      held = keeper.cosign(SignedNote.parse(body));
    } catch (BadNoteException e) {
      return answer(HttpStatus.BAD_REQUEST, e.getMessage() + "\n");
    }
    return held == 0
        ? answer(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "No cosignature of a known witness under a head of this log.\n")
        : answer(HttpStatus.OK, held + " cosignatures hold.\n");
  }

  private static ResponseEntity<String> answer(HttpStatus status, String text) {
    return ResponseEntity.status(status).header(HttpHeaders.CONTENT_TYPE, TEXT).body(text);
  }
}
