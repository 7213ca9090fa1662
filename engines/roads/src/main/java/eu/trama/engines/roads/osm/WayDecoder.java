package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.findings.Finding;
import eu.trama.engines.roads.findings.Finding.Severity;

/// Decodes a way.
final class WayDecoder {
  private final ReadLimits limits;
  private final Tags tags = new Tags();
  private final TagLists tagLists;
  private final Wire refs = new Wire();
  private long[] ids = new long[2048];

  WayDecoder(ReadLimits limits, Texts texts) {
    this.limits = limits;
    this.tagLists = new TagLists(limits, texts);
  }

  void read(Wire way, Elements elements) throws PbfException {
    long id = 0;
    tagLists.clear();
    refs.over(new byte[0], 0, 0);
    while (way.more()) {
      int field = way.field();
      switch (field) {
        case 1 << 3 -> id = way.varint();
        case 2 << 3 | Wire.BYTES -> tagLists.keys(way);
        case 3 << 3 | Wire.BYTES -> tagLists.values(way);
        case 8 << 3 | Wire.BYTES -> refs.within(way);
        default -> way.skip(field & 7);
      }
    }
    tagLists.into(tags);
    if (tags.isEmpty()) {
      return;
    }
    int count = refs.count();
    if (count > limits.pointsPerWay()) {
      elements.finding(
          new Finding(
              "too_many_points",
              Severity.ERROR,
              "way " + id,
              count + " points",
              "the way was left out; split it"));
      return;
    }
    if (ids.length < count) {
      ids = new long[Math.max(count, ids.length * 2)];
    }
    long ref = 0;
    for (int i = 0; i < count; i++) {
      ref += refs.signed();
      ids[i] = ref;
    }
    if (refs.more()) {
      throw PbfException.damaged("way " + id + " breaks off");
    }
    elements.way(id, ids, count, tags);
  }
}
