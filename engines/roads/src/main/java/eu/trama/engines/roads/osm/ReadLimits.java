package eu.trama.engines.roads.osm;

/// What a file may cost before reading stops with an error. The sizes of blobs are bounded by the
/// format itself: 64 KiB a header, 32 MiB unpacked.
///
/// @param blobs most blobs
/// @param bytes most bytes of all blobs together, unpacked
/// @param nodes most nodes on streets
/// @param points most points of all streets together
/// @param pointsPerWay most points of one way (OpenStreetMap itself allows 2,000)
/// @param tags most tags of one element
/// @param findings most findings kept; all are counted
public record ReadLimits(
    int blobs, long bytes, int nodes, int points, int pointsPerWay, int tags, int findings) {
  /// 1 million blobs, 64 GiB, 60 million nodes, 100 million points, 100,000 a way, 2,000 tags,
  /// 1,000 findings.
  public static ReadLimits usual() {
    return new ReadLimits(1_000_000, 64L << 30, 60_000_000, 100_000_000, 100_000, 2000, 1000);
  }
}
