package eu.trama.engines.roads.osm;

/// The tags of an element written as a list of keys and a list of values.
final class TagLists {
  private final ReadLimits limits;
  private final Texts texts;
  private final Wire keys = new Wire();
  private final Wire values = new Wire();

  TagLists(ReadLimits limits, Texts texts) {
    this.limits = limits;
    this.texts = texts;
  }

  void clear() {
    keys.over(new byte[0], 0, 0);
    values.over(new byte[0], 0, 0);
  }

  void keys(Wire element) throws PbfException {
    keys.within(element);
  }

  void values(Wire element) throws PbfException {
    values.within(element);
  }

  Tags into(Tags tags) throws PbfException {
    tags.clear();
    int count = 0;
    while (keys.more()) {
      if (++count > limits.tags()) {
        throw PbfException.damaged("an element of more than " + limits.tags() + " tags");
      }
      Key key = texts.key(keys.index(texts.count() - 1));
      int value = values.index(texts.count() - 1);
      if (key != null) {
        tags.put(key, texts.text(value));
      }
    }
    if (values.more()) {
      throw PbfException.damaged("more values than keys");
    }
    return tags;
  }
}
