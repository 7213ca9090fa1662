package eu.trama.engines.roads.osm;

import eu.trama.engines.roads.osm.Elements.Kind;
import eu.trama.engines.roads.osm.Elements.Members;

/// Decodes a relation. Only turn restrictions are asked for here, which have few members; of others
/// nothing but the tags is looked at.
final class RelationDecoder {
  private static final int MOST_MEMBERS = 64;

  private final Texts texts;
  private final Tags tags = new Tags();
  private final TagLists tagLists;
  private final Wire roles = new Wire();
  private final Wire ids = new Wire();
  private final Wire kinds = new Wire();

  RelationDecoder(ReadLimits limits, Texts texts) {
    this.texts = texts;
    this.tagLists = new TagLists(limits, texts);
  }

  void read(Wire relation, Elements elements) throws PbfException {
    long id = 0;
    tagLists.clear();
    roles.over(new byte[0], 0, 0);
    ids.over(new byte[0], 0, 0);
    kinds.over(new byte[0], 0, 0);
    while (relation.more()) {
      int field = relation.field();
      switch (field) {
        case 1 << 3 -> id = relation.varint();
        case 2 << 3 | Wire.BYTES -> tagLists.keys(relation);
        case 3 << 3 | Wire.BYTES -> tagLists.values(relation);
        case 8 << 3 | Wire.BYTES -> roles.within(relation);
        case 9 << 3 | Wire.BYTES -> ids.within(relation);
        case 10 << 3 | Wire.BYTES -> kinds.within(relation);
        default -> relation.skip(field & 7);
      }
    }
    tagLists.into(tags);
    if (!tags.is(Key.TYPE, "restriction")) {
      return;
    }
    int count = Math.min(ids.count(), MOST_MEMBERS);
    long[] members = new long[count];
    Kind[] of = new Kind[count];
    String[] as = new String[count];
    long member = 0;
    for (int i = 0; i < count; i++) {
      member += ids.signed();
      members[i] = member;
      of[i] = Kind.of(kinds.index(2));
      as[i] = texts.text(roles.index(texts.count() - 1));
    }
    elements.relation(id, new Members(members, of, as, count), tags);
  }
}
