package eu.trama.engines.roads.graph;

import eu.trama.engines.roads.rules.StreetProfile;
import java.util.List;

/// Drafts streets of plain lines.
final class LineStreets {
  private static final double STEPS_PER_DEGREE = 1e5;
  private static final int UNITS_PER_STEP = 100;

  private LineStreets() {}

  static Draft draft(List<Line> lines, StreetProfile profile) {
    Draft draft = new Draft();
    LongIndex nodes = new LongIndex(1 << 12);
    int number = draft.profile(profile);
    for (Line line : lines) {
      if (line.points() < 2) {
        continue;
      }
      for (int p = 0; p < line.points(); p++) {
        long row = Math.round(line.latitude(p) * STEPS_PER_DEGREE);
        long column = Math.round(line.longitude(p) * STEPS_PER_DEGREE);
        draft.points.add(nodes.add(row << Integer.SIZE | (column & 0xffffffffL)));
      }
      draft.endWay(line.id(), number, draft.name(line.name()));
    }
    draft.nodes(nodes.size());
    long[] places = nodes.ids();
    for (int n = 0; n < places.length; n++) {
      int row = (int) (places[n] >> Integer.SIZE);
      draft.place(n, row * UNITS_PER_STEP, (int) places[n] * UNITS_PER_STEP, 0);
    }
    return draft;
  }
}
