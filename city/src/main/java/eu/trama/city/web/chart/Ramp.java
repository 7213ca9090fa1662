package eu.trama.city.web.chart;

/// Colours of classes, as style classes whose colours the theme knows (`tokens.css`). Both ramps
/// stay readable in each colour blindness, in dark colours and on paper.
public enum Ramp {
  /// Little to much.
  SEQUENTIAL("seq"),
  /// Less, the same, more.
  DIVERGING("div");

  /// Steps that the tokens define.
  public static final int STEPS = 7;

  private final String prefix;

  Ramp(String prefix) {
    this.prefix = prefix;
  }

  /// The step for a class: classes fewer than the steps spread over the whole ramp.
  public int step(int index, int classes) {
    return classes == 1 ? STEPS / 2 : (int) Math.round(index * (STEPS - 1.0) / (classes - 1));
  }

  /// The style class for a class of values; that of "no data" for [Breaks#NO_DATA].
  public String style(int index, int classes) {
    return index == Breaks.NO_DATA ? "ramp-none" : "ramp-" + prefix + "-" + step(index, classes);
  }

  /// Name of the custom property with that step's colour.
  public String token(int index, int classes) {
    return "--" + prefix + "-" + step(index, classes);
  }
}
