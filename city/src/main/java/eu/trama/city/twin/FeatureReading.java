package eu.trama.city.twin;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// The features of a layer one after the other, in the order of their ids. A page of them is in
/// memory; between two pages nothing is held in the store, so that a slow reader costs no
/// connection. A snapshot does not change, so the pages fit together.
final class FeatureReading implements Iterator<Feature> {

  private static final int PAGE = 1_000;

  private final Twin twin;
  private final Snapshot snapshot;
  private final String layer;
  private final @Nullable Envelope box;
  private Iterator<Feature> page = List.<Feature>of().iterator();
  private String last = "";
  private boolean more = true;

  FeatureReading(Twin twin, Snapshot snapshot, String layer, @Nullable Envelope box) {
    this.twin = twin;
    this.snapshot = snapshot;
    this.layer = layer;
    this.box = box;
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && more) {
      List<Feature> next = twin.page(snapshot, layer, last, PAGE, box);
      more = next.size() == PAGE;
      last = next.isEmpty() ? last : next.getLast().id();
      page = next.iterator();
    }
    return page.hasNext();
  }

  @Override
  public Feature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
