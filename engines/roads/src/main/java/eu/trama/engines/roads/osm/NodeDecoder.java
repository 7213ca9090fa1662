package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.findings.Finding;
import eu.trama.engines.roads.findings.Finding.Severity;

/// Decodes nodes, one by one or in the dense form, in which ids and coordinates are differences and
/// the tags of all stand in one list.
final class NodeDecoder {
  private final ReadLimits limits;
  private final Texts texts;
  private final Block.Grid grid;
  private final Tags tags = new Tags();
  private final TagLists tagLists;
  private final Wire ids = new Wire();
  private final Wire latitudes = new Wire();
  private final Wire longitudes = new Wire();
  private final Wire tagList = new Wire();

  NodeDecoder(ReadLimits limits, Texts texts, Block.Grid grid) {
    this.limits = limits;
    this.texts = texts;
    this.grid = grid;
    this.tagLists = new TagLists(limits, texts);
  }

  void plain(Wire node, String place, Elements elements) throws PbfException {
    long id = 0;
    long latitude = Long.MAX_VALUE;
    long longitude = Long.MAX_VALUE;
    tagLists.clear();
    while (node.more()) {
      int field = node.field();
      switch (field) {
        case 1 << 3 -> id = node.signed();
        case 2 << 3 | Wire.BYTES -> tagLists.keys(node);
        case 3 << 3 | Wire.BYTES -> tagLists.values(node);
        case 8 << 3 -> latitude = node.signed();
        case 9 << 3 -> longitude = node.signed();
        default -> node.skip(field & 7);
      }
    }
    if (elements.wantsNode(id)) {
      tell(id, latitude, longitude, tagLists.into(tags), place, elements);
    }
  }

  void dense(Wire dense, String place, Elements elements) throws PbfException {
    clear();
    while (dense.more()) {
      int field = dense.field();
      switch (field) {
        case 1 << 3 | Wire.BYTES -> ids.within(dense);
        case 8 << 3 | Wire.BYTES -> latitudes.within(dense);
        case 9 << 3 | Wire.BYTES -> longitudes.within(dense);
        case 10 << 3 | Wire.BYTES -> tagList.within(dense);
        default -> dense.skip(field & 7);
      }
    }
    long id = 0;
    long latitude = 0;
    long longitude = 0;
    while (ids.more()) {
      id += ids.signed();
      latitude += latitudes.signed();
      longitude += longitudes.signed();
      boolean wanted = elements.wantsNode(id);
      tags.clear();
      readTags(wanted);
      if (wanted) {
        tell(id, latitude, longitude, tags, place, elements);
      }
    }
  }

  private void clear() {
    byte[] none = new byte[0];
    ids.over(none, 0, 0);
    latitudes.over(none, 0, 0);
    longitudes.over(none, 0, 0);
    tagList.over(none, 0, 0);
  }

  private void readTags(boolean wanted) throws PbfException {
    int count = 0;
    // Where no node of the group has a tag the list is empty, without even its zeros.
    while (tagList.more()) {
      int key = tagList.index(texts.count() - 1);
      if (key == 0) {
        return;
      }
      if (++count > limits.tags()) {
        throw PbfException.damaged("a node of more than " + limits.tags() + " tags");
      }
      int value = tagList.index(texts.count() - 1);
      Key known = wanted ? texts.key(key) : null;
      if (known != null) {
        tags.put(known, texts.text(value));
      }
    }
  }

  private void tell(
      long id, long latitude, long longitude, Tags tagged, String place, Elements elements) {
    int lat = grid.latitude(latitude);
    int lon = grid.longitude(longitude);
    if (lat == Integer.MIN_VALUE || lon == Integer.MIN_VALUE) {
      elements.finding(
          new Finding(
              "not_on_globe",
              Severity.ERROR,
              "node " + id + " in " + place,
              latitude + ", " + longitude,
              "the node was left out; mend its coordinates"));
    } else {
      elements.node(id, lat, lon, tagged);
    }
  }
}
